package dev.portico.interop.config;

import dev.portico.share.BadInput;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Function;

/// Fills in `%h` and `${NAME}`.
///
/// @param values by the letter behind the percent sign; null for one that means nothing
/// @param env empty where ssh does not look for names
record Tokens(Function<String, @Nullable String> values, Map<String, String> env) {

    /// @throws BadInput when the text asks for what is not there
    String expand(String text) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '%') {
                filled.append(percent(text, at));
                at += 2;
            } else if (!env.isEmpty() && text.startsWith("${", at)) {
                int close = text.indexOf('}', at);
                filled.append(named(text, at, close));
                at = close + 1;
            } else {
                filled.append(text.charAt(at++));
            }
        }
        return filled.toString();
    }

    private String percent(String text, int at) {
        String letter = text.substring(at + 1, Math.min(at + 2, text.length()));
        if (letter.equals("%")) {
            return letter;
        }
        String value = values.apply(letter);
        if (value == null) {
            throw new BadInput("input.config.token", "text", text, "token", "%" + letter);
        }
        return value;
    }

    private String named(String text, int at, int close) {
        String name = close < 0 ? "" : text.substring(at + 2, close);
        String value = env.get(name);
        if (value == null) {
            throw new BadInput("input.config.token", "text", text, "token", "${" + name + "}");
        }
        return value;
    }
}
