package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.util.ArrayList;
import java.util.List;

/// The words of a line as ssh splits it: a keyword, at most one equals sign, values in quotes of
/// either kind, a comment where a word begins with `#`.
final class LineWords {
    private static final String SPACE = " \t\r\n";

    /// @param keyword in small letters
    /// @param rest what stands behind it, as it is
    record Split(String keyword, String rest) {}

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int at;

    private LineWords(String text) {
        this.text = text;
    }

    /// The next word of a line of criteria, where an equals sign ends a word too.
    static Split next(String text) {
        int from = 0;
        if (!text.isEmpty() && text.charAt(0) == '"') {
            int close = text.indexOf('"', 1);
            if (close < 0) {
                throw new BadInput("input.config.quote");
            }
            return new Split(text.substring(1, close), skip(text, close + 1));
        }
        while (from < text.length()
                && SPACE.indexOf(text.charAt(from)) < 0
                && "\"=".indexOf(text.charAt(from)) < 0) {
            from++;
        }
        String word = text.substring(0, from);
        if (from < text.length() && text.charAt(from) == '"') {
            return new Split(word, text.substring(from));
        }
        boolean equals = from < text.length() && text.charAt(from) == '=';
        String rest = skip(text, Math.min(from + 1, text.length()));
        return new Split(word, !equals && rest.startsWith("=") ? skip(rest, 1) : rest);
    }

    private static String skip(String text, int from) {
        int at = from;
        while (at < text.length() && SPACE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(at);
    }

    /// @throws BadInput when a quote is not closed
    static List<String> of(String text) {
        return new LineWords(text).split();
    }

    private List<String> split() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                break;
            }
            if (c == ' ' || c == '\t') {
                at++;
            } else {
                words.add(word());
            }
        }
        return List.copyOf(words);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && isEscaped(quote)) {
                at++;
                word.append(text.charAt(at));
            } else if (quote == 0 && (c == ' ' || c == '\t')) {
                return word.toString();
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new BadInput("input.config.quote");
        }
        return word.toString();
    }

    private boolean isEscaped(char quote) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return next == '\'' || next == '"' || next == '\\' || (quote == 0 && next == ' ');
    }
}
