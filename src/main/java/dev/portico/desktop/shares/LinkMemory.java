package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.ShareState;

import java.util.HashMap;
import java.util.Map;

/// Remembers the link that each share had last, and says so when it becomes another one: whoever
/// was given the old one stands before a closed door.
final class LinkMemory {
    private final Desk desk;
    private final Wishes wishes;
    private final Map<String, String> links = new HashMap<>();
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
        String link = open.forward().link();
        String before = links.put(row.name(), link);
        if (before != null && !before.equals(link)) {
            desk.notices()
                    .say(
                            Mark.CHECK,
                            desk.texts().of("toast.link-changed", "name", row.name()),
                            link);
        }
    }

    void rename(String before, String now) {
        rename(links, before, now);
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
        links.remove(share);
    }
}
