package dev.portico.practice;

import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.io.IOException;

/// Stands in until the practice server is here.
public final class Practice implements AutoCloseable {
    private final int port;

    public Practice(int port) {
        this.port = port;
    }

    public Server server() throws IOException {
        return new Server(
                Server.PRACTICE,
                "127.0.0.1",
                port == 0 ? 2222 : port,
                "practice",
                new SignIn.Automatic());
    }

    public int sitePort() throws IOException {
        return 8080;
    }

    public boolean isRunning() {
        return false;
    }

    @Override
    public void close() {}
}
