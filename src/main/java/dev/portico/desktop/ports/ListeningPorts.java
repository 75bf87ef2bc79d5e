package dev.portico.desktop.ports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds what listens on this computer, Portico's own ports left out.
@FunctionalInterface
public interface ListeningPorts {

    /// Takes some milliseconds; the result is ordered by port.
    List<ListeningPort> find() throws IOException;

    /// The way of this system, or one that finds nothing.
    static ListeningPorts ofThisSystem() {
        Path proc = Path.of("/proc");
        return Files.isReadable(proc.resolve("net/tcp"))
                ? new ProcPorts(proc, ProcessHandle.current().pid())
                : List::of;
    }
}
