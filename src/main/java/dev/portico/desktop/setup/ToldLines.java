package dev.portico.desktop.setup;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.setup.SetUpModel.Line;
import dev.portico.desktop.shares.Desk;
import dev.portico.setup.SetUpWords;
import dev.portico.setup.Tried;
import dev.portico.setup.Watcher;

import javafx.collections.ObservableList;

/// Brings what a set-up tells to the screen.
record ToldLines(Desk desk, ObservableList<Line> lines) implements Watcher {
    private static final String FAILED = "failed";

    @Override
    public void step(String name, String said) {
        if (name.equals(FAILED)) {
            desk.background().screen().execute(this::spoilLast);
        }
        add(name.equals(FAILED) ? Mark.FAILED : Mark.PASSED, words().step(name, said));
    }

    @Override
    public void tried(Tried tried) {
        add(tried.well() ? Mark.PASSED : Mark.FAILED, words().tried(tried));
    }

    /// A step is told when it begins.
    private void spoilLast() {
        if (!lines.isEmpty()) {
            lines.set(lines.size() - 1, new Line(Mark.FAILED, lines.getLast().words()));
        }
    }

    private SetUpWords words() {
        return new SetUpWords(desk.texts().locale());
    }

    private void add(Mark mark, String words) {
        desk.background().screen().execute(() -> lines.add(new Line(mark, words)));
    }
}
