package dev.portico.interop.config;

import java.util.List;

/// A value, and the line that gave it.
///
/// @param rest as it stands there
public record Given(String rest, List<String> words, Spot spot) {
    public Given {
        words = List.copyOf(words);
    }

    public String text() {
        return words.isEmpty() ? "" : words.getFirst();
    }
}
