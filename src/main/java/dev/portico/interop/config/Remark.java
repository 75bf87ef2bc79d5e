package dev.portico.interop.config;

import dev.portico.share.BadInput;
import dev.portico.share.Wording;

import java.util.Locale;
import java.util.Set;

/// What there is to say about a line that counts for an alias.
final class Remark {
    private static final Set<String> NOTHING = Set.of("no", "none", "any", "false", "off", "");

    private Remark() {}

    static void add(ConfigLine line, Findings findings) {
        String name = line.name();
        String text = line.words().isEmpty() ? "" : line.words().getFirst();
        boolean nothing = NOTHING.contains(text.toLowerCase(Locale.ROOT));
        switch (line.keyword().use()) {
            case KEPT -> {}
            case LEFT_OUT -> {
                if (!nothing) {
                    findings.leftOut(line.spot(), name, leftOut(name, line.rest()));
                }
            }
            case NOT_NEEDED ->
                    findings.add(
                            line.spot(),
                            Finding.Weight.NOT_NEEDED,
                            name,
                            new BadInput("input.config.not-needed", "keyword", name));
        }
    }

    private static BadInput leftOut(String name, String rest) {
        String own = "input.config.left." + name;
        String key = Wording.has(Locale.ROOT, own) ? own : "input.config.left";
        return new BadInput(key, "keyword", name, "text", rest);
    }
}
