package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.ShareState;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Hands out the link of a share that the user has just asked for, says so, and takes that back
/// when it is not true any more.
final class Announcements {
    private final Desk desk;
    private final Set<String> awaited = new HashSet<>();
    private final Map<String, Runnable> said = new HashMap<>();

    Announcements(Desk desk) {
        this.desk = desk;
    }

    void await(String share) {
        awaited.add(share);
    }

    void forget(String share) {
        awaited.remove(share);
        takeBack(share);
    }

    void rename(String before, String now) {
        if (awaited.remove(before)) {
            awaited.add(now);
        }
        Runnable withdraw = said.remove(before);
        if (withdraw != null) {
            said.put(now, withdraw);
        }
    }

    void hearOf(ShareRow row) {
        String name = row.name();
        if (!row.isOpen() || !row.isOn()) {
            takeBack(name);
        }
        if (!awaited.contains(name)) {
            return;
        }
        switch (row.state()) {
            case ShareState.Open _ -> announce(name, row.text().link().url());
            // by the time it opens after all, the clipboard holds something else
            case ShareState.Waiting _ -> awaited.remove(name);
            // what has just been started may still show how it ended before
            case ShareState.Connecting _, ShareState.Failed _, ShareState.Stopped _ -> {
                if (!row.isOn()) {
                    awaited.remove(name);
                }
            }
        }
    }

    private void announce(String name, String url) {
        awaited.remove(name);
        desk.copy().accept(url);
        String first = desk.texts().of("toast.open", "name", name);
        said.put(name, desk.notices().say(Mark.PASSED, first, url));
    }

    private void takeBack(String share) {
        Runnable withdraw = said.remove(share);
        if (withdraw != null) {
            withdraw.run();
        }
    }
}
