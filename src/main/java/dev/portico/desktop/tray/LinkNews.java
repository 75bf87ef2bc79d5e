package dev.portico.desktop.tray;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.Switchboard;
import dev.portico.share.ShareState;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tells that a share lost its link, got it back, or failed.
public final class LinkNews {
    private record Last(String link, boolean open) {}

    private final AwayNotices notices;
    private final Texts texts;
    private final Map<String, Last> before = new HashMap<>();

    public LinkNews(AwayNotices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
    }

    public void hear(List<Switchboard.Line> lines) {
        before.keySet().retainAll(lines.stream().map(Switchboard.Line::name).toList());
        lines.forEach(this::hear);
    }

    private void hear(Switchboard.Line line) {
        String name = line.name();
        Last last = before.get(name);
        switch (line.state()) {
            case ShareState.Open open -> {
                // what is found out about it later makes it no other link
                String link = open.forward().link();
                before.put(name, new Last(link, true));
                if (last != null && !last.open && last.link.equals(link)) {
                    say(Mark.PASSED, "toast.back", name, line.url());
                }
            }
            case ShareState.Waiting _ -> {
                if (last != null && last.open) {
                    before.put(name, new Last(last.link, false));
                    say(Mark.RETRY, "toast.lost", name, "");
                }
            }
            case ShareState.Failed _ -> {
                before.remove(name);
                if (last != null) {
                    say(Mark.FAILED, "toast.failed", name, line.detail());
                }
            }
            case ShareState.Stopped _ -> before.remove(name);
            case ShareState.Connecting _ -> {}
        }
    }

    private void say(Mark mark, String key, String name, String second) {
        notices.sayOnce(mark, texts.of(key, "name", name), second);
    }
}
