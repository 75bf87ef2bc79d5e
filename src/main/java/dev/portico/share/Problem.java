package dev.portico.share;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The only failure that users see. Its words come from the message bundle, so they follow the
/// language of the screen.
///
/// @param facts what fills the placeholders of the words
/// @param raw what came with it, made plain: words of the server, of the system or of a library;
///     empty when there were none
/// @param quoted whether the raw words are the server's own
public record Problem(ProblemCode code, Map<String, String> facts, String raw, boolean quoted) {
    private static final String REASON = "reason";
    private static final String END = "end";

    /// A fact that gives a problem words of its own, where the bundle has some for it.
    public static final String WHY = "why";

    public Problem {
        facts = Map.copyOf(facts);
        raw = Plain.text(raw);
    }

    /// @param facts pairs of a placeholder's name and its value
    public static Problem of(ProblemCode code, String raw, String... facts) {
        return new Problem(code, Wording.facts(facts), raw, false);
    }

    /// As [#of], with words of the server itself.
    public static Problem quoting(ProblemCode code, String words, String... facts) {
        return new Problem(code, Wording.facts(facts), words, !words.isBlank());
    }

    /// The failure of a part as the reason of this one. The facts of the part fill its words, so
    /// none of `facts` may bear the name of one of them.
    public static Problem because(ProblemCode code, Problem reason, String... facts) {
        Map<String, String> all = new HashMap<>(reason.facts);
        all.putAll(Wording.facts(facts));
        all.put(REASON, reason.code.code());
        return new Problem(code, all, reason.raw, reason.quoted);
    }

    /// As the last word: nothing is tried again.
    Problem givenUp() {
        if (!code.curesItself()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(facts);
        all.put(END, "final");
        return new Problem(code, all, raw, quoted);
    }

    /// One sentence.
    public String title(Locale locale) {
        return word(locale, "title");
    }

    /// Three words for the table.
    public String brief(Locale locale) {
        return word(locale, "brief");
    }

    /// A short sentence for the table, without names; the title where that is never in the table.
    public String headline(Locale locale) {
        String key = "problem." + code.code() + ".headline";
        return Wording.has(locale, key) ? Wording.text(locale, key, facts) : title(locale);
    }

    /// What the user can do now.
    public String remedy(Locale locale) {
        return word(locale, "remedy");
    }

    /// As [#remedy], in the words of the command line.
    public String consoleRemedy(Locale locale) {
        return Wording.console(locale, key(locale, code.code(), "remedy"), words(locale));
    }

    private String word(Locale locale, String which) {
        return Wording.text(locale, key(locale, code.code(), which), words(locale));
    }

    private Map<String, String> words(Locale locale) {
        String reason = facts.get(REASON);
        if (reason == null) {
            return facts;
        }
        Map<String, String> words = new HashMap<>(facts);
        words.put(REASON, Wording.text(locale, key(locale, reason, "title"), facts));
        return words;
    }

    private String key(Locale locale, String problem, String which) {
        String usual = "problem." + problem + "." + which;
        String own = usual + "." + facts.getOrDefault(WHY, "");
        String last = usual + "." + facts.getOrDefault(END, "");
        return Wording.has(locale, own) ? own : Wording.has(locale, last) ? last : usual;
    }
}
