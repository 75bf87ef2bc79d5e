package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.Target;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The live table without its controls. All methods belong to the screen's thread; [#refresh] reads
/// one snapshot of the shares and touches only what differs.
public final class SharesModel {
    private final Desk desk;
    private final PortWatch watch;
    private final Wishes wishes;
    private final RowWriter writer;
    private final Map<String, ShareRow> byName = new LinkedHashMap<>();
    private final ObservableList<ShareRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ReadOnlyObjectWrapper<String> wishToSelect = new ReadOnlyObjectWrapper<>("");
    private final Announcements announcements;
    private final LinkMemory memory;

    /// @param watch tells of a service that is down before a visitor comes
    public SharesModel(Desk desk, PortWatch watch) {
        this.desk = desk;
        this.watch = watch;
        this.wishes = new Wishes(desk);
        this.writer = new RowWriter(desk.texts());
        this.announcements = new Announcements(desk);
        this.memory = new LinkMemory(desk, wishes);
        filter.subscribe(_ -> arrange());
    }

    /// Takes the saved shares in and starts those that were on.
    public void restore() {
        wishes.restore();
        refresh();
    }

    public void refresh() {
        Instant now = desk.clock().instant();
        List<ShareStatus> snapshot = desk.shares().snapshot().stream().map(watch::seen).toList();
        Map<String, ShareRow> before = Map.copyOf(byName);
        byName.clear();
        for (ShareStatus status : snapshot) {
            String name = status.share().name();
            if (wishes.isGoing(name)) {
                continue;
            }
            boolean wanted = wishes.isWanted(status.share());
            ShareRow row = before.get(name);
            if (row == null) {
                row = new ShareRow(status, wanted, writer, now);
            }
            row.refresh(status, wanted, writer, now);
            byName.put(name, row);
            announcements.hearOf(row);
            memory.hearOf(row);
        }
        arrange();
        count();
    }

    public ObservableList<ShareRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    ObjectProperty<Filter> filterProperty() {
        return filter;
    }

    /// The name of the share that was asked for last.
    ReadOnlyObjectProperty<String> newestProperty() {
        return wishToSelect.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /// Whatever the filter shows.
    List<ShareRow> all() {
        return List.copyOf(byName.values());
    }

    /// Takes a new share in and starts it; its link goes to the clipboard as soon as there is one.
    public void share(Share wish, boolean keep) {
        Share share = wish.withName(desk.shares().freeName(wish.name()));
        wishes.add(share, keep);
        watch.lookAgainAt(share.target());
        announcements.await(share.name());
        filter.set(Filter.ALL);
        refresh();
        wishToSelect.set(share.name());
    }

    /// The sample page through the practice server. It is not kept: its port is another one at the
    /// next start.
    public void shareSample() {
        desk.background()
                .run(
                        () -> new Target.Tcp("localhost", desk.practice().sitePort()),
                        target ->
                                share(
                                        new Share(
                                                desk.texts().of("sample.name"),
                                                target,
                                                Server.PRACTICE,
                                                0,
                                                "localhost"),
                                        false),
                        problem ->
                                desk.notices()
                                        .say(
                                                Mark.FAILED,
                                                problem.title(desk.texts().locale()),
                                                problem.raw()));
    }

    void want(ShareRow row, boolean open) {
        wishes.want(row.share(), open);
        if (open) {
            announcements.await(row.name());
            watch.lookAgainAt(row.share().target());
        }
        refresh();
    }

    void toggle(ShareRow row) {
        want(row, !row.text().on());
    }

    void remedy(ShareRow row, Remedy remedy) {
        switch (remedy) {
            case RETRY_NOW -> desk.shares().retryNow(row.name());
            case TRY_AGAIN -> want(row, true);
            case USE_ANOTHER_PORT -> {
                announcements.await(row.name());
                memory.forget(row.name());
                wishes.replace(row.share().withPort(0).withLastPorts(Map.of()), true);
            }
            case EDIT_SERVER, COMPARE_KEYS ->
                    throw new IllegalArgumentException("the frame shows what is needed");
        }
    }

    /// Tries again what waits or has failed.
    void retry(ShareRow row) {
        switch (row.state()) {
            case ShareState.Waiting _ -> desk.shares().retryNow(row.name());
            case ShareState.Failed _ -> want(row, true);
            case ShareState.Stopped _, ShareState.Connecting _, ShareState.Open _ -> {}
        }
    }

    /// Follows a server to its new name.
    public void serverRenamed(String before, String now) {
        for (ShareRow row : byName.values()) {
            List<String> servers = new ArrayList<>(row.share().servers());
            if (servers.contains(before)) {
                servers.replaceAll(name -> name.equals(before) ? now : name);
                Map<String, Integer> ports = new HashMap<>(row.share().lastPorts());
                Integer port = ports.remove(before);
                if (port != null) {
                    ports.put(now, port);
                }
                wishes.replace(
                        row.share().withServers(servers).withLastPorts(ports), row.text().on());
            }
        }
    }

    /// Tries again what did not come about through the server as it was. What is open stays open.
    public void serverChanged(String server) {
        for (ShareRow row : byName.values()) {
            boolean came =
                    row.state() instanceof ShareState.Open
                            || row.state() instanceof ShareState.Connecting;
            if (row.text().on() && !came && row.share().servers().contains(server)) {
                announcements.await(row.name());
                wishes.replace(row.share(), true);
            }
        }
    }

    /// How many shares go through the server, and the mark of the best of them.
    public ServerUse use(String server) {
        List<ShareRow> through =
                byName.values().stream()
                        .filter(row -> row.share().servers().contains(server))
                        .toList();
        return ServerUse.of(through);
    }

    void delete(ShareRow row) {
        Runnable undo = wishes.delete(row.share());
        announcements.forget(row.name());
        memory.forget(row.name());
        refresh();
        Texts texts = desk.texts();
        desk.notices()
                .offer(
                        Mark.STOPPED,
                        texts.of("toast.deleted", "name", row.name()),
                        texts.of("action.undo"),
                        undo);
    }

    void copyLink(ShareRow row) {
        String url = row.text().link().url();
        if (!url.isEmpty()) {
            desk.copy().accept(url);
            desk.notices().say(Mark.PASSED, desk.texts().of("toast.copied"), url);
        }
    }

    /// What is to be done on the server is typed there, or pasted.
    void copyCure(ShareRow row) {
        Texts texts = desk.texts();
        row.text()
                .problem()
                .ifPresent(
                        problem -> {
                            desk.copy().accept(ProblemWords.of(problem, texts).remedy());
                            desk.notices()
                                    .say(Mark.PASSED, texts.of("toast.cure-copied"), row.name());
                        });
    }

    void browse(ShareRow row) {
        String url = row.text().link().url();
        if (!url.isEmpty()) {
            desk.browse().accept(url);
        }
    }

    private void arrange() {
        List<ShareRow> visible = byName.values().stream().filter(filter.get()::shows).toList();
        if (visible.equals(rows)) {
            return;
        }
        rows.retainAll(visible);
        for (int i = 0; i < visible.size(); i++) {
            if (i >= rows.size() || rows.get(i) != visible.get(i)) {
                rows.remove(visible.get(i));
                rows.add(i, visible.get(i));
            }
        }
    }

    private void count() {
        List<ShareRow> all = new ArrayList<>(byName.values());
        List<ShareRow> open = all.stream().filter(ShareRow::isOpen).toList();
        Counts now =
                new Counts(
                        all.size(),
                        open.size(),
                        (int)
                                all.stream()
                                        .filter(row -> row.state() instanceof ShareState.Waiting)
                                        .count(),
                        (int) all.stream().filter(ShareRow::needsYou).count(),
                        (int) open.stream().map(row -> row.share().server()).distinct().count(),
                        (int) all.stream().filter(ShareRow::runs).count(),
                        open.stream().mapToDouble(row -> row.rates().sent()).sum(),
                        open.stream().mapToDouble(row -> row.rates().received()).sum());
        if (!now.equals(counts.get())) {
            counts.set(now);
        }
    }
}
