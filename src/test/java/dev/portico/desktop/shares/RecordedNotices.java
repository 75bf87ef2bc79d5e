package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Notices;

import java.util.ArrayList;
import java.util.List;

/// Keeps what would be shown as toasts.
public final class RecordedNotices implements Notices {
    public final List<String> said = new ArrayList<>();
    public Runnable action = () -> {};

    @Override
    public Runnable say(Mark mark, String first, String second) {
        said.add(first);
        return () -> said.remove(first);
    }

    @Override
    public void offer(Mark mark, String first, String label, Runnable run) {
        said.add(first + " " + label);
        action = run;
    }
}
