package dev.portico.desktop.look;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// The words for the values of a box that can only be chosen from.
public final class Choice<T> extends StringConverter<T> {
    private final Function<T, String> words;

    public Choice(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here");
    }
}
