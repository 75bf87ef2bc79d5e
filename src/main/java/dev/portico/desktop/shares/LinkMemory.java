package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.Forward;
import dev.portico.share.Reach;
import dev.portico.share.ShareState;

import java.util.HashMap;
import java.util.Map;

/// Remembers the link that each share had last, and says so when it becomes another one: whoever
/// was given the old one stands before a closed door.
final class LinkMemory {

    /// @param granted as the server was asked for it
    /// @param real where it leads, by what is known
    private record Given(String granted, String real) {}

    private final Desk desk;
    private final Wishes wishes;
    private final Map<String, Given> given = new HashMap<>();
    private final Map<String, Map<String, Integer>> ports = new HashMap<>();

    LinkMemory(Desk desk, Wishes wishes) {
        this.desk = desk;
        this.wishes = wishes;
    }

    void hearOf(ShareRow row) {
        if (!(row.state() instanceof ShareState.Open open)) {
            return;
        }
        Map<String, Integer> now = row.share().lastPorts();
        if (!now.equals(ports.put(row.name(), now))) {
            wishes.remember(row.share());
        }
        hearOf(row, open.forward(), row.status().reach());
    }

    private void hearOf(ShareRow row, Forward granted, Reach reach) {
        Given now = new Given(granted.link(), reach.corrected(granted).link());
        Given before = given.get(row.name());
        if (before == null || !before.granted().equals(now.granted())) {
            given.put(row.name(), now);
            if (before != null) {
                say("toast.link-changed", row.name(), now.real());
            }
        } else if (reach.why() != Reach.Why.NOT_YET && !before.equals(now)) {
            given.put(row.name(), now);
            if (!now.real().equals(now.granted())) {
                say("toast.link-inside", row.name(), now.real());
            }
        }
    }

    private void say(String key, String name, String link) {
        desk.notices().say(Mark.CHECK, desk.texts().of(key, "name", name), link);
    }

    void rename(String before, String now) {
        rename(given, before, now);
        rename(ports, before, now);
    }

    private static <T> void rename(Map<String, T> map, String before, String now) {
        T known = map.remove(before);
        if (known != null) {
            map.put(now, known);
        }
    }

    /// Nobody was given a link, or the user asked for another one.
    void forget(String share) {
        given.remove(share);
    }
}
