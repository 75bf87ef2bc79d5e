package dev.portico.practice;

import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.io.IOException;

/// A placeholder.
public final class Practice implements AutoCloseable {
    private final int port;
    private boolean running;

    public Practice(int port) {
        this.port = port;
    }

    public synchronized Server server() throws IOException {
        running = true;
        return new Server(
                Server.PRACTICE, "127.0.0.1", port, "practice", new SignIn.Automatic());
    }

    public synchronized int sitePort() throws IOException {
        running = true;
        return 18080;
    }

    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public synchronized void close() {
        running = false;
    }
}
