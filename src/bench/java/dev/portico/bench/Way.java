package dev.portico.bench;

import dev.portico.fixture.RealSshd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How to reach the server and sign in.
record Way(int port, String user, Path key, Path knownHosts) {

    static Way to(RealSshd sshd) {
        return new Way(sshd.port(), sshd.user(), sshd.keyFile(), sshd.knownHosts());
    }

    /// The same server behind another port.
    static Way through(DelayingProxy proxy, RealSshd sshd, Path folder) throws IOException {
        Path knownHosts = folder.resolve("known_hosts");
        String known = Files.readString(sshd.knownHosts());
        Files.writeString(
                knownHosts, known.replace("]:" + sshd.port() + " ", "]:" + proxy.port() + " "));
        return new Way(proxy.port(), sshd.user(), sshd.keyFile(), knownHosts);
    }
}
