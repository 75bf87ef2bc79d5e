package dev.portico.desktop.tray;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.Counts;
import dev.portico.desktop.shares.Switchboard;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ShareState;

import java.util.ArrayList;
import java.util.List;

/// Puts all shares into the words of the tray.
public final class TrayWriter {
    private final Texts texts;

    public TrayWriter(Texts texts) {
        this.texts = texts;
    }

    public TraySight write(List<Switchboard.Line> lines, Counts counts, boolean lightInk) {
        TrayMark sum =
                lines.stream().map(TrayWriter::mark).reduce(TrayMark.STOPPED, TrayMark::worse);
        String words = sum(counts);
        return new TraySight(
                sum, lightInk, texts.of("tray.tooltip", "sum", words), menu(lines, words));
    }

    private List<MenuEntry> menu(List<Switchboard.Line> lines, String sum) {
        List<MenuEntry> menu = new ArrayList<>();
        menu.add(new MenuEntry.Text(sum));
        menu.add(new MenuEntry.Line(1));
        lines.forEach(line -> menu.add(share(line)));
        if (!lines.isEmpty()) {
            menu.add(new MenuEntry.Line(2));
        }
        menu.add(new MenuEntry.Submenu(texts.of("tray.copy"), links(lines)));
        menu.add(choice(new TrayAction.SharePort(), "tray.share-port"));
        boolean anyOn = lines.stream().anyMatch(Switchboard.Line::on);
        menu.add(new MenuEntry.Choice(new TrayAction.StopAll(), texts.of("tray.stop-all"), anyOn));
        menu.add(new MenuEntry.Line(3));
        menu.add(choice(new TrayAction.OpenWindow(), "tray.open"));
        menu.add(choice(new TrayAction.Quit(), "tray.quit"));
        return menu;
    }

    private MenuEntry choice(TrayAction action, String key) {
        return new MenuEntry.Choice(action, texts.of(key), true);
    }

    private MenuEntry share(Switchboard.Line line) {
        return new MenuEntry.Check(
                new TrayAction.Toggle(line.name()),
                texts.of("tray.share", "name", line.name(), "detail", line.detail()),
                line.on(),
                mark(line));
    }

    /// Of all shares, as some panels lose entries that come later.
    private List<MenuEntry> links(List<Switchboard.Line> lines) {
        return lines.stream()
                .<MenuEntry>map(
                        line ->
                                new MenuEntry.Choice(
                                        new TrayAction.CopyLink(line.name()),
                                        texts.of(
                                                "tray.share",
                                                "name",
                                                line.name(),
                                                "detail",
                                                line.url().isEmpty() ? line.detail() : line.url()),
                                        !line.url().isEmpty()))
                .toList();
    }

    private String sum(Counts counts) {
        List<String> parts = new ArrayList<>();
        add(parts, "tray.sum.open", counts.open());
        add(parts, "tray.sum.waiting", counts.waiting());
        if (counts.needYou() > 0) {
            parts.add(texts.count("status.need-you", counts.needYou()));
        }
        return parts.isEmpty() ? texts.of("tray.sum.nothing") : join(parts);
    }

    private void add(List<String> parts, String key, int number) {
        if (number > 0) {
            parts.add(texts.of(key, "n", String.valueOf(number)));
        }
    }

    private String join(List<String> parts) {
        String sum = parts.getFirst();
        for (String part : parts.subList(1, parts.size())) {
            sum = texts.of("tray.sum.and", "first", sum, "second", part);
        }
        return sum;
    }

    private static TrayMark mark(Switchboard.Line line) {
        return switch (line.state()) {
            case ShareState.Stopped _ -> TrayMark.STOPPED;
            case ShareState.Connecting _ -> TrayMark.CONNECTING;
            case ShareState.Open _ -> line.needsYou() ? TrayMark.CHECK : TrayMark.OPEN;
            case ShareState.Waiting _ -> TrayMark.WAITING;
            case ShareState.Failed(Problem problem) ->
                    problem.code() == ProblemCode.WIDER_THAN_ASKED
                            ? TrayMark.WITHDRAWN
                            : TrayMark.FAILED;
        };
    }
}
