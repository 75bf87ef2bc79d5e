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
import javafx.collections.ObservableList;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The live table without its controls. All methods belong to the screen's thread; [#refresh] reads
/// one snapshot of the shares and touches only what differs.
public final class SharesModel {
    private final Desk desk;
    private final PortWatch watch;
    private final Wishes wishes;
    private final RowWriter writer;
    private final Map<String, ShareRow> byName = new LinkedHashMap<>();
    private final Arrangement arrangement = new Arrangement();
    private final TableLook look;
    private final Batch batch;
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
    private final ReadOnlyObjectWrapper<String> wishToSelect = new ReadOnlyObjectWrapper<>("");
    private final Announcements announcements;
    private final LinkMemory memory;
    private Groups groups = Groups.of(List.of());

    /// @param watch tells of a service that is down before a visitor comes
    public SharesModel(Desk desk, PortWatch watch) {
        this.desk = desk;
        this.watch = watch;
        this.wishes = new Wishes(desk);
        this.look = new TableLook(desk.store());
        this.batch = new Batch(this, wishes, desk);
        this.writer = new RowWriter(desk.texts(), watch);
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
        groups = Groups.of(snapshot.stream().map(ShareStatus::share).toList());
        Map<String, ShareRow> before = Map.copyOf(byName);
        byName.clear();
        for (ShareStatus status : snapshot) {
            String name = status.share().name();
            if (wishes.isGoing(name)) {
                continue;
            }
            boolean wanted = wishes.isWanted(status.share());
            ShareRow row = before.get(name);
            boolean isNew = row == null;
            if (row == null) {
                row = new ShareRow(status, wanted, groups, writer, now);
            }
            byName.put(name, row);
            if (row.refresh(status, wanted, groups, now) || isNew) {
                memory.hearOf(row);
            }
            announcements.hearOf(row);
        }
        arrange();
        count();
    }

    public ObservableList<ShareRow> rows() {
        return arrangement.rows();
    }

    TableLook look() {
        return look;
    }

    Batch batch() {
        return batch;
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

    public Optional<ShareHead> head(String name) {
        return Optional.ofNullable(byName.get(name)).map(ShareHead::of);
    }

    /// Whatever the filter shows.
    List<ShareRow> all() {
        return List.copyOf(byName.values());
    }

    /// Takes a new share in and starts it; its link goes to the clipboard as soon as there is one.
    public void share(Share wish, boolean keep) {
        Share share = wish.withName(desk.shares().freeName(wish.name()));
        wishes.add(share, keep);
        watch.lookAgainAt(List.of(share.target()));
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
        want(List.of(row), open);
    }

    /// With all that go together with them. One link is handed out, many are not.
    void want(List<ShareRow> rows, boolean open) {
        List<Share> all = groups.with(rows.stream().map(ShareRow::share).toList());
        wishes.want(all, open);
        if (open) {
            watch.lookAgainAt(all.stream().map(Share::target).toList());
        }
        if (open && rows.size() == 1) {
            announcements.await(rows.getFirst().name());
        }
        desk.background().screen().execute(this::refresh); // many take their time to be asked
    }

    /// Keeps its row when a share is called otherwise.
    void renamed(String before, String now) {
        announcements.rename(before, now);
        memory.rename(before, now);
        ShareRow row = byName.remove(before);
        if (row != null) {
            byName.put(now, row);
        }
        refresh();
    }

    void toggle(ShareRow row) {
        want(row, !row.isOn());
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
            if (row.share().servers().contains(before)) {
                wishes.replace(row.share().withServerCalled(before, now), row.isOn());
            }
        }
    }

    /// Tries again what did not come about through the server as it was. What is open stays open.
    public void serverChanged(String server) {
        for (ShareRow row : byName.values()) {
            boolean came =
                    row.state() instanceof ShareState.Open
                            || row.state() instanceof ShareState.Connecting;
            if (row.isOn() && !came && row.share().servers().contains(server)) {
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
        batch.delete(List.of(row));
    }

    /// @return what brings it back
    Runnable remove(ShareRow row) {
        announcements.forget(row.name());
        memory.forget(row.name());
        return wishes.delete(row.share());
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

    /// Filtered and sorted as the user wants it now.
    void arrange() {
        arrangement.show(
                look.sorted(byName.values().stream().filter(filter.get()::shows).toList()));
    }

    private void count() {
        Counts now = Counts.of(byName.values());
        if (!now.equals(counts.get())) {
            counts.set(now);
        }
    }
}
