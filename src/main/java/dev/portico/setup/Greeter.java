package dev.portico.setup;

import dev.portico.share.Target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Arrays;

/// A service of this computer for a moment, which knows one visitor by what he says.
final class Greeter implements AutoCloseable {
    private static final int BYTES = 16;
    private static final String HERE = "127.0.0.1";

    private final ServerSocket listener;
    private final byte[] question = new byte[BYTES];
    private volatile boolean greeted;

    private Greeter(ServerSocket listener) {
        this.listener = listener;
        new SecureRandom().nextBytes(question);
    }

    static Greeter open() throws IOException {
        Greeter greeter = new Greeter(new ServerSocket(0, 10, InetAddress.ofLiteral(HERE)));
        Thread.ofVirtual().name("greeter").start(greeter::serve);
        return greeter;
    }

    Target target() {
        return new Target.Tcp(HERE, listener.getLocalPort());
    }

    byte[] question() {
        return question.clone();
    }

    /// Whether the visitor came, and was answered.
    boolean wasGreeted() {
        return greeted;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket visitor = listener.accept()) {
                byte[] heard = visitor.getInputStream().readNBytes(BYTES);
                if (Arrays.equals(heard, question)) {
                    greeted = true;
                    visitor.getOutputStream().write(question);
                }
            } catch (IOException e) {
                System.getLogger(Greeter.class.getName())
                        .log(System.Logger.Level.DEBUG, "a visitor left", e);
            }
        }
    }
}
