package dev.portico.practice;

import dev.portico.share.Server;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;

/// An SSH server and a sample site on this computer, so that a first share needs nothing else.
///
/// Each starts when first asked for. Any thread may call. Closed, or at the end of the JVM, both
/// are gone with their key; asked again, they start anew with another one.
public final class Practice implements AutoCloseable {
    private final int port;
    private @Nullable PracticeServer server;
    private @Nullable SampleSite site;
    private @Nullable Thread atExit;

    /// @param port for the SSH server; 0 leaves the choice to the system
    public Practice(int port) {
        this.port = port;
    }

    /// The profile to connect with.
    ///
    /// @throws IOException when the port is taken or the key cannot be written
    public synchronized Server server() throws IOException {
        return runningServer().profile();
    }

    /// The one key that the running server lets in. It is made for this run and deleted with it.
    public synchronized Path keyFile() {
        if (server == null) {
            throw new IllegalStateException("the practice server does not run");
        }
        return server.keyFile();
    }

    /// The port of the sample site on 127.0.0.1.
    public synchronized int sitePort() throws IOException {
        SampleSite running = site == null ? SampleSite.start() : site;
        site = running;
        return running.port();
    }

    /// Whether the SSH server runs.
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public void close() {
        closeParts();
        forgetExit();
    }

    private PracticeServer runningServer() throws IOException {
        PracticeServer running = server == null ? PracticeServer.start(port) : server;
        server = running;
        if (atExit == null) {
            atExit = Thread.ofPlatform().unstarted(this::closeParts);
            Runtime.getRuntime().addShutdownHook(atExit);
        }
        return running;
    }

    private synchronized void closeParts() {
        if (server != null) {
            server.close();
            server = null;
        }
        if (site != null) {
            site.close();
            site = null;
        }
    }

    private synchronized void forgetExit() {
        if (atExit == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException _) {
            return; // the JVM is ending, the hook has nothing left to do
        }
        atExit = null;
    }
}
