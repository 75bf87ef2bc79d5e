package dev.portico.setup;

import dev.portico.share.Plain;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the steps out of what a script says, however the lines are cut on their way.
final class Steps implements Consumer<String> {
    static final Watcher NOBODY =
            new Watcher() {
                @Override
                public void step(String name, String words) {
                    // nobody looks
                }

                @Override
                public void tried(Tried tried) {
                    // nobody looks
                }
            };
    private static final Pattern STEP = Pattern.compile("portico ([a-z]+): (.*)");

    private final Watcher watcher;
    private final StringBuilder rest = new StringBuilder();
    private volatile String last = "begin";

    Steps(Watcher watcher) {
        this.watcher = watcher;
    }

    /// The step that was begun last.
    String last() {
        return last;
    }

    @Override
    public void accept(String said) {
        rest.append(said);
        for (int end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n")) {
            Matcher step = STEP.matcher(rest.substring(0, end));
            rest.delete(0, end + 1);
            if (step.matches()) {
                if (!step.group(1).equals("failed") && !step.group(1).equals("undone")) {
                    last = step.group(1);
                }
                watcher.step(step.group(1), Plain.text(step.group(2)));
            }
        }
    }
}
