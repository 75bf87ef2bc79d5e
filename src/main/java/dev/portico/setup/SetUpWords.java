package dev.portico.setup;

import dev.portico.share.Wording;

import java.util.Locale;

/// What a set-up tells, as a line each.
public record SetUpWords(Locale locale) {

    /// @param said by the script
    public String step(String name, String said) {
        String key = "setup.step." + name;
        return Wording.has(locale, key) ? Wording.text(locale, key, "said", said) : said;
    }

    public String tried(Tried tried) {
        String result =
                tried.what().isAllowed()
                        ? tried.well() ? "works" : "fails"
                        : tried.well() ? "refused" : "open";
        return Wording.text(
                locale,
                "setup.result." + result,
                "what",
                Wording.text(locale, "setup.tried." + code(tried.what())));
    }

    private static String code(Tried.What what) {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
