package dev.portico.interop.config;

import java.nio.file.Path;

/// Where something stands.
///
/// @param line from 1 on; 0 for the file as a whole
public record Spot(Path file, int line) {

    public String text() {
        return line == 0 ? file.toString() : file + ":" + line;
    }
}
