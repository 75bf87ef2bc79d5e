package dev.portico.share;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// The one place where the words that users read come from; placeholders are `{name}`.
public final class Wording {
    private static final ResourceBundle.Control ENGLISH_IS_THE_ROOT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Wording() {}

    public static String text(Locale locale, String key, String... facts) {
        return text(locale, key, facts(facts));
    }

    public static String text(Locale locale, String key, Map<String, String> facts) {
        return fill(bundle(locale).getString(key), facts);
    }

    /// What the window and the command line say differently has a second text for the latter.
    static String console(Locale locale, String key, Map<String, String> facts) {
        String own = key + ".console";
        return text(locale, has(locale, own) ? own : key, facts);
    }

    public static boolean has(Locale locale, String key) {
        return bundle(locale).containsKey(key);
    }

    public static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("dev.portico.messages", locale, ENGLISH_IS_THE_ROOT);
    }

    static Map<String, String> facts(String... pairs) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            facts.put(pairs[i], Plain.text(pairs[i + 1]));
        }
        return Map.copyOf(facts);
    }

    private static String fill(String pattern, Map<String, String> facts) {
        StringBuilder filled = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            String value = close < 0 ? null : facts.get(pattern.substring(open + 1, close));
            int next = value == null ? open + 1 : close + 1;
            filled.append(pattern, from, open).append(value == null ? "{" : value);
            from = next;
        }
        return filled.append(pattern, from, pattern.length()).toString();
    }
}
