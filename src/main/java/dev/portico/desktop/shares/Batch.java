package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.share.BadInput;
import dev.portico.share.Plain;

import java.util.List;
import java.util.stream.Collectors;

/// What is done with all selected shares at once, and what changes only how they are called.
final class Batch {
    private final SharesModel model;
    private final Wishes wishes;
    private final Desk desk;

    Batch(SharesModel model, Wishes wishes, Desk desk) {
        this.model = model;
        this.wishes = wishes;
        this.desk = desk;
    }

    /// Starts all of them, or stops them when none is left to start.
    void toggle(List<ShareRow> rows) {
        boolean open = rows.stream().anyMatch(row -> !row.isOn());
        model.want(rows, open);
    }

    void delete(List<ShareRow> rows) {
        List<Runnable> undo = rows.stream().map(model::remove).toList();
        model.refresh();
        Texts texts = desk.texts();
        String said =
                rows.size() == 1
                        ? texts.of("toast.deleted", "name", rows.getFirst().name())
                        : texts.of("toast.deleted-all", "n", String.valueOf(rows.size()));
        desk.notices()
                .offer(
                        Mark.STOPPED,
                        said,
                        texts.of("action.undo"),
                        () -> undo.forEach(Runnable::run));
    }

    void copyLinks(List<ShareRow> rows) {
        List<String> links =
                rows.stream()
                        .map(row -> row.text().link().url())
                        .filter(url -> !url.isEmpty())
                        .toList();
        if (rows.size() == 1) {
            model.copyLink(rows.getFirst());
        } else if (!links.isEmpty()) {
            desk.copy().accept(String.join("\n", links));
            desk.notices()
                    .say(
                            Mark.PASSED,
                            desk.texts().count("toast.copied-all", links.size()),
                            links.stream().limit(2).collect(Collectors.joining("\n")));
        }
    }

    /// From now on they start and stop together.
    void together(List<ShareRow> rows) {
        group(rows, rows.getFirst().name());
    }

    void apart(List<ShareRow> rows) {
        group(rows, "");
    }

    private void group(List<ShareRow> rows, String group) {
        rows.forEach(row -> wishes.group(row.name(), group));
        model.refresh();
    }

    /// Leaves the name as it is, and says why, when the new one cannot be.
    void rename(ShareRow row, String text) {
        String name = text.strip();
        if (name.isEmpty() || name.equals(row.name())) {
            return;
        }
        Texts texts = desk.texts();
        if (!Plain.isName(name)) {
            desk.notices().say(Mark.FAILED, texts.of("input.share.name-wrong"), "");
            return;
        }
        wishes.whenAtRest(row.name(), () -> callIt(row.name(), name));
    }

    private void callIt(String before, String name) {
        try {
            wishes.rename(before, name);
            model.renamed(before, name);
        } catch (BadInput e) {
            desk.notices().say(Mark.FAILED, e.title(desk.texts().locale()), "");
        }
    }
}
