package dev.portico.share;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What is shared, as users write it.
public final class TargetFuzz implements Fuzzed {

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new TargetFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                "3000", "nas:80", "[::1]:3000", "unix:/run/a b", "http://a.b:1/x?y", "80:90");
    }

    @Override
    public void take(byte[] input) {
        Target target;
        try {
            target = Target.parse(new String(input, StandardCharsets.UTF_8));
        } catch (BadInput _) {
            return;
        }
        if (target.shortName().isEmpty()) {
            throw new AssertionError("no name for " + target);
        }
        Fuzzed.same(target, Target.parse(target.text()), target.text());
    }
}
