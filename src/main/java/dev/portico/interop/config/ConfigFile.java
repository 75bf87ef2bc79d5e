package dev.portico.interop.config;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A file as it was read, with those that it includes.
record ConfigFile(Path path, List<ConfigLine> lines) {
    ConfigFile {
        lines = List.copyOf(lines);
    }

    void forEach(Consumer<ConfigLine> look) {
        for (ConfigLine line : lines) {
            look.accept(line);
            line.included().forEach(file -> file.forEach(look));
        }
    }
}
