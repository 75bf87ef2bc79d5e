package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.Blocking;
import dev.portico.desktop.shares.Desk;
import dev.portico.share.Plain;
import dev.portico.share.ShareState;
import dev.portico.share.ShareStatus;
import dev.portico.share.ShareStatus.VisitSample;
import dev.portico.store.VisitorBook;
import dev.portico.store.VisitorEntry;
import dev.portico.store.VisitorExport;
import dev.portico.store.VisitorLogSettings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The list of all visitors without its controls. All methods belong to the screen's thread.
public final class VisitorsModel {
    private final Desk desk;
    private final VisitorBook book;
    private final VisitorWriter writer;
    private final Blocking blocking;
    private final Map<Long, VisitorRow.Here> here = new LinkedHashMap<>();
    private List<VisitorRow.Visit> gone = List.of();
    private final ObservableList<VisitorRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<VisitorFilter> filter =
            new SimpleObjectProperty<>(VisitorFilter.ALL);
    private final ReadOnlyObjectWrapper<VisitorFacts> facts;
    private long version = -1;

    public VisitorsModel(Desk desk, VisitorBook book, ZoneId zone) {
        this.desk = desk;
        this.book = book;
        this.writer = new VisitorWriter(desk.texts(), zone);
        this.blocking = new Blocking(desk);
        this.facts = new ReadOnlyObjectWrapper<>(new VisitorFacts(0, 0, 0, true, false, 0));
        filter.subscribe(_ -> arrange());
        desk.texts().localeProperty().subscribe((_, _) -> again());
    }

    public void refresh() {
        Instant now = desk.clock().instant();
        boolean moved = readHere(now);
        VisitorBook.Page page = book.page();
        if (page.version() != version) {
            version = page.version();
            gone =
                    page.entries().stream()
                            .sorted(Comparator.comparing(VisitorEntry::came).reversed())
                            .map(entry -> (VisitorRow.Visit) new VisitorRow.Gone(entry))
                            .toList();
            moved = true;
        }
        if (moved) {
            arrange();
        }
        count(page.bytes());
        book.takeFirst().forEach(this::greet);
        book.takeTrouble().ifPresent(this::lament);
    }

    ObservableList<VisitorRow> rows() {
        return rows;
    }

    ObjectProperty<VisitorFilter> filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<VisitorFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    VisitorText text(VisitorRow.Gone row) {
        return writer.gone(row.entry(), log().shortAddresses());
    }

    void keepLog(boolean on) {
        change(log -> log.withOn(on));
    }

    void shorten(boolean on) {
        change(log -> log.withShortAddresses(on));
    }

    void disconnect(VisitorRow.Here row) {
        desk.shares().disconnect(row.share(), row.id());
    }

    /// Turns the address away from now on; can be taken back.
    void block(VisitorRow.Here row) {
        blocking.block(row.share(), row.address());
    }

    void clearLog() {
        desk.background()
                .run(
                        () -> {
                            book.clear();
                            return true;
                        },
                        _ -> refresh(),
                        problem -> lament(problem.raw()));
    }

    /// Writes what is to be seen now, in the order in which it came.
    void exportCsv(Path file) {
        List<VisitorEntry> entries = exported();
        export(file, entries.size(), () -> VisitorExport.csv(entries));
    }

    void exportJson(Path file) {
        List<VisitorEntry> entries = exported();
        export(file, entries.size(), () -> VisitorExport.json(entries));
    }

    private void export(Path file, int visits, Supplier<String> text) {
        Texts texts = desk.texts();
        desk.background()
                .run(
                        () -> written(file, text.get()),
                        failure -> {
                            if (failure.isEmpty()) {
                                String said = texts.count("visitors.exported", visits);
                                desk.notices().say(Mark.PASSED, said, file.toString());
                            } else {
                                String said = texts.of("visitors.export-failed");
                                desk.notices().say(Mark.FAILED, said, failure.get());
                            }
                        },
                        problem ->
                                desk.notices()
                                        .say(
                                                Mark.FAILED,
                                                texts.of("visitors.export-failed"),
                                                problem.raw()));
    }

    /// @return why not
    private static Optional<String> written(Path file, String text) {
        try {
            VisitorExport.write(file, text);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Plain.text(String.valueOf(e.getMessage())));
        }
    }

    private List<VisitorEntry> exported() {
        boolean shorten = log().shortAddresses();
        return rows.reversed().stream()
                .filter(VisitorRow.Visit.class::isInstance)
                .map(row -> ((VisitorRow.Visit) row).entry())
                .map(entry -> shorten ? entry.withShortAddress() : entry)
                .toList();
    }

    private VisitorLogSettings log() {
        return desk.store().settings().visitorLog();
    }

    private void change(UnaryOperator<VisitorLogSettings> change) {
        desk.store().update(all -> all.withVisitorLog(change.apply(all.visitorLog())));
        again();
    }

    /// All words are made anew.
    private void again() {
        version = -1;
        rows.clear();
        refresh();
    }

    /// @return whether somebody came or left
    private boolean readHere(Instant now) {
        boolean shorten = log().shortAddresses();
        Map<Long, VisitorRow.Here> before = Map.copyOf(here);
        here.clear();
        for (ShareStatus status : desk.shares().snapshot()) {
            String share = status.share().name();
            String server =
                    status.state() instanceof ShareState.Open open
                            ? open.server().name()
                            : status.share().server();
            for (VisitSample visit : status.visits()) {
                VisitorText text = writer.here(share, visit, now, shorten);
                VisitorRow.Here row = before.get(visit.visitor().id());
                if (row == null) {
                    row = new VisitorRow.Here(share, server, visit, text);
                }
                row.show(visit, text);
                here.put(row.id(), row);
            }
        }
        return !here.keySet().equals(before.keySet());
    }

    private void arrange() {
        VisitorFilter wanted = filter.get();
        List<VisitorRow> visible = new ArrayList<>();
        List<VisitorRow.Here> now =
                here.values().stream()
                        .filter(wanted::shows)
                        .sorted(
                                Comparator.comparing(VisitorRow.Here::since)
                                        .thenComparing(VisitorRow.Here::id)
                                        .reversed())
                        .toList();
        if (wanted.showsNow() && !now.isEmpty()) {
            visible.add(writer.now(now));
            visible.addAll(now);
        }
        if (wanted.showsLog()) {
            addByDay(visible, gone.stream().filter(wanted::shows).toList());
        }
        replaceWhatDiffers(visible);
    }

    private void addByDay(List<VisitorRow> visible, List<VisitorRow.Visit> visits) {
        Instant now = desk.clock().instant();
        LocalDate day = LocalDate.MAX;
        for (VisitorRow.Visit visit : visits) {
            LocalDate its = writer.day(visit.entry().came());
            if (!its.equals(day)) {
                visible.add(writer.heading(its, now));
                day = its;
            }
            visible.add(visit);
        }
    }

    /// Lists differ near their beginning, where people come and leave.
    private void replaceWhatDiffers(List<VisitorRow> wanted) {
        int same = 0;
        int shorter = Math.min(wanted.size(), rows.size());
        while (same < shorter
                && wanted.get(wanted.size() - 1 - same).equals(rows.get(rows.size() - 1 - same))) {
            same++;
        }
        List<VisitorRow> head = new ArrayList<>(wanted.subList(0, wanted.size() - same));
        if (!rows.subList(0, rows.size() - same).equals(head)) {
            rows.remove(0, rows.size() - same);
            rows.addAll(0, head);
        }
    }

    private void count(long bytes) {
        VisitorLogSettings log = log();
        VisitorFacts now =
                new VisitorFacts(
                        here.size(),
                        gone.size(),
                        bytes,
                        log.on(),
                        log.shortAddresses(),
                        log.days());
        if (!now.equals(facts.get())) {
            facts.set(now);
        }
    }

    private void greet(VisitorBook.First first) {
        String address = VisitorWriter.address(first.address(), log().shortAddresses());
        desk.notices()
                .say(
                        Mark.PASSED,
                        desk.texts().of("toast.opened-from", "address", address),
                        first.share());
    }

    private void lament(String why) {
        desk.notices().say(Mark.CHECK, desk.texts().of("visitors.log-failed"), Plain.text(why));
    }
}
