package dev.portico.share;

import java.util.Locale;
import java.util.Map;

/// Text from a user that cannot be used; its message says what to write instead.
public final class BadInput extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Map<String, String> facts;

    /// @param key a key of the message bundle
    /// @param facts pairs of a placeholder's name and its value
    public BadInput(String key, String... facts) {
        super(Wording.text(Locale.getDefault(), key, Wording.facts(facts)));
        this.key = key;
        this.facts = Wording.facts(facts);
    }

    public String title(Locale locale) {
        return Wording.text(locale, key, facts);
    }

    /// As [#title], in the words of the command line.
    public String consoleTitle(Locale locale) {
        return Wording.console(locale, key, facts);
    }
}
