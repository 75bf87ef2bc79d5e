package dev.portico.desktop.examine;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.shares.ProblemWords;
import dev.portico.doctor.Check;
import dev.portico.doctor.Examination;
import dev.portico.doctor.Examination.Seen;
import dev.portico.doctor.Examining;
import dev.portico.doctor.Finding;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareStatus;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// The examination of a share or a server, without controls. All methods belong to the screen's
/// thread.
public final class ExamineModel {
    private static final Seen NOTHING = new Seen(List.of(), Optional.empty(), false);

    private record Examined(Server server, Optional<Share> share) {}

    private final Desk desk;
    private final Examining doctor;
    private final ExamineWriter writer;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(Standing.IDLE);
    private final ReadOnlyStringWrapper head = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper sum = new ReadOnlyStringWrapper("");
    private final ObservableList<CheckLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<CheckLine>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Callable<Examined>> look = Optional.empty();
    private Optional<Examination> examination = Optional.empty();
    private List<Finding> before = List.of();
    private Optional<Check> chosen = Optional.empty();
    private boolean byHand;
    private int turn;

    public ExamineModel(Desk desk, Examining doctor) {
        this.desk = desk;
        this.doctor = doctor;
        this.writer = new ExamineWriter(desk.texts());
    }

    /// With the first of its servers.
    public void share(Share share) {
        begin(share.name(), () -> examined(share));
    }

    public void server(Server server) {
        begin(server.name(), () -> new Examined(server, Optional.empty()));
    }

    public void practice() {
        begin(
                desk.texts().of("server.practice.short"),
                () -> new Examined(server(Server.PRACTICE), Optional.empty()));
    }

    private void begin(String title, Callable<Examined> wanted) {
        leave();
        look = Optional.of(wanted);
        name.set(title);
        open.set(true);
        run();
    }

    /// Everything anew; what is shown stays until it is known better.
    void again() {
        if (open.get() && !isRunning()) {
            before = examination.map(it -> it.seen().findings()).orElse(List.of());
            run();
        }
    }

    void cancel() {
        examination.ifPresentOrElse(Examination::cancel, this::leave);
    }

    /// Ends what is under way, and forgets what was found.
    public void leave() {
        turn++;
        examination.ifPresent(Examination::cancel);
        examination = Optional.empty();
        before = List.of();
        chosen = Optional.empty();
        byHand = false;
        open.set(false);
        refresh();
    }

    private void run() {
        examination = Optional.empty();
        look.ifPresent(this::lookUp);
        refresh();
    }

    private void lookUp(Callable<Examined> wanted) {
        int mine = ++turn;
        desk.background()
                .run(
                        wanted,
                        examined -> {
                            if (mine == turn) {
                                start(examined);
                            }
                        },
                        problem -> {
                            if (mine == turn) {
                                giveUp(problem);
                            }
                        });
    }

    private void start(Examined examined) {
        examination = Optional.of(doctor.examine(examined.server(), examined.share()));
        refresh();
    }

    private void giveUp(Problem problem) {
        desk.notices().say(Mark.FAILED, ProblemWords.of(problem, desk.texts()).title(), "");
        leave();
    }

    private Examined examined(Share first) throws ProblemException {
        Share share =
                desk.shares().snapshot().stream()
                        .map(ShareStatus::share)
                        .filter(it -> it.name().equals(first.name()))
                        .findFirst()
                        .orElse(first);
        return new Examined(server(share.server()), Optional.of(share));
    }

    private Server server(String saved) throws ProblemException {
        Problem missing = Problem.of(ProblemCode.SERVER_MISSING, "", "server", saved);
        if (!saved.equals(Server.PRACTICE)) {
            return desk.store()
                    .settings()
                    .server(saved)
                    .orElseThrow(() -> new ProblemException(missing));
        }
        try {
            return desk.practice().server();
        } catch (IOException e) {
            throw new ProblemException(missing, e);
        }
    }

    /// Looks how far it is; touches only what differs.
    public void refresh() {
        Seen seen = examination.map(Examination::seen).orElse(NOTHING);
        Standing now = standing(seen);
        show(writer.lines(seen, before));
        if (now != Standing.RUNNING && standing.get() == Standing.RUNNING) {
            byHand = byHand && chosenLine().flatMap(CheckLine::mending).isPresent();
        }
        if (!byHand) {
            chosen =
                    lines.stream()
                            .filter(line -> line.mending().isPresent())
                            .findFirst()
                            .map(CheckLine::check);
        }
        shown.set(chosenLine());
        head.set(writer.head(seen, now));
        sum.set(now == Standing.IDLE ? "" : writer.sum(seen));
        standing.set(now);
    }

    private void show(List<CheckLine> now) {
        if (lines.isEmpty()) {
            lines.setAll(now);
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(lines.get(i))) {
                lines.set(i, now.get(i));
            }
        }
    }

    private Standing standing(Seen seen) {
        if (!open.get()) {
            return Standing.IDLE;
        }
        if (!seen.over()) {
            return Standing.RUNNING;
        }
        if (seen.isCancelled()) {
            return Standing.CANCELLED;
        }
        return seen.isSound() ? Standing.PASSED : Standing.FAILED;
    }

    private Optional<CheckLine> chosenLine() {
        return chosen.flatMap(
                check -> lines.stream().filter(line -> line.check() == check).findFirst());
    }

    /// Shows that check in full, and keeps to it.
    void choose(Check check) {
        if (!chosen.equals(Optional.of(check))) {
            chosen = Optional.of(check);
            byHand = true;
            shown.set(chosenLine());
        }
    }

    void copy(String words) {
        desk.copy().accept(words);
        desk.notices().say(Mark.PASSED, desk.texts().of("toast.cure-copied"), "");
    }

    public boolean isRunning() {
        return standing.get() == Standing.RUNNING;
    }

    /// Whether there is something to show.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Of what is examined.
    ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty headProperty() {
        return head.getReadOnlyProperty();
    }

    ReadOnlyStringProperty sumProperty() {
        return sum.getReadOnlyProperty();
    }

    ObservableList<CheckLine> lines() {
        return lines;
    }

    /// The check that is shown in full.
    ReadOnlyObjectProperty<Optional<CheckLine>> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
