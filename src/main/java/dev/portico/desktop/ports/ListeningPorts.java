package dev.portico.desktop.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds what listens on this computer.
@FunctionalInterface
public interface ListeningPorts {

    /// Finds nothing, and so knows nothing: for a system whose way is not known here.
    ListeningPorts NO_WAY = List::of;

    /// Takes some milliseconds; the result is ordered by port.
    List<ListeningPort> find() throws IOException;

    /// The way of this system, or [#NO_WAY].
    static ListeningPorts ofThisSystem() {
        Path proc = Path.of("/proc");
        return Files.isReadable(proc.resolve("net/tcp"))
                ? new ProcPorts(proc, ProcessHandle.current().pid())
                : NO_WAY;
    }
}
