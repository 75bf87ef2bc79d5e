package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One condition of a `Match`.
///
/// @param argument empty for those that take none
record Criterion(String name, boolean negated, String argument) {
    private static final Set<String> ALONE = Set.of("all", "final", "canonical");
    private static final Set<String> KNOWN =
            Set.of("host", "originalhost", "user", "localuser", "exec");

    /// Those of newer versions than Portico follows.
    private static final Set<String> NEWER =
            Set.of("localnetwork", "tagged", "version", "sessiontype", "command");

    /// @throws BadInput when ssh would refuse the line
    static List<Criterion> of(String text) {
        List<Criterion> criteria = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && rest.charAt(0) != '#') {
            LineWords.Split word = LineWords.next(rest);
            boolean negated = word.keyword().startsWith("!");
            String name = word.keyword().substring(negated ? 1 : 0).toLowerCase(Locale.ROOT);
            rest = word.rest();
            String argument = "";
            if (!ALONE.contains(name)) {
                checkName(name, word.keyword());
                LineWords.Split value = LineWords.next(rest);
                argument = value.keyword();
                rest = value.rest();
                if (argument.isEmpty() || argument.startsWith("#")) {
                    throw new BadInput("input.config.match-value", "text", name);
                }
            }
            checkAll(name, criteria, rest);
            criteria.add(new Criterion(name, negated, argument));
        }
        if (criteria.isEmpty()) {
            throw new BadInput("input.config.no-value", "keyword", "Match");
        }
        return List.copyOf(criteria);
    }

    private static void checkName(String name, String text) {
        if (!KNOWN.contains(name) && !NEWER.contains(name)) {
            throw new BadInput("input.config.match-unknown", "text", text);
        }
    }

    /// It stands alone, or behind one other.
    private static void checkAll(String name, List<Criterion> before, String rest) {
        boolean more = !rest.isEmpty() && rest.charAt(0) != '#';
        if (name.equals("all") && (before.size() > 1 || more)) {
            throw new BadInput("input.config.match-all");
        }
    }

    boolean isNewer() {
        return NEWER.contains(name);
    }

    boolean isExec() {
        return name.equals("exec");
    }

    /// Patterns with commas between them; one with `!` that matches settles it.
    boolean matchesList(String text, boolean host) {
        String subject = host ? text.toLowerCase(Locale.ROOT) : text;
        String patterns = host ? argument.toLowerCase(Locale.ROOT) : argument;
        boolean matched = false;
        for (String pattern : patterns.split(",", -1)) {
            boolean not = pattern.startsWith("!");
            if (Wild.ofHost(not ? pattern.substring(1) : pattern).matches(subject)) {
                if (not) {
                    return false;
                }
                matched = true;
            }
        }
        return matched;
    }
}
