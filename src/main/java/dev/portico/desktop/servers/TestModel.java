package dev.portico.desktop.servers;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Standing;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.shares.ProblemWords;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.share.ServerTrial;
import dev.portico.share.ServerTrial.Outcome;
import dev.portico.share.ServerTrial.Seen;
import dev.portico.share.ServerTrial.Why;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The test of the server in the form, without controls. All methods belong to the screen's thread.
final class TestModel {

    private final Desk desk;
    private final Supplier<Optional<Server>> inForm;
    private final Consumer<Server> save;
    private final TestWriter writer;
    private final ReadOnlyObjectWrapper<Standing> standing =
            new ReadOnlyObjectWrapper<>(Standing.IDLE);
    private final ReadOnlyObjectWrapper<List<TestLine>> lines;
    private final ReadOnlyStringWrapper head = new ReadOnlyStringWrapper("");
    private Optional<ServerTrial> trial = Optional.empty();
    private boolean saves;

    /// @param inForm the server that the form describes, if nothing is wrong with it
    /// @param save takes the server that has passed
    TestModel(Desk desk, Supplier<Optional<Server>> inForm, Consumer<Server> save) {
        this.desk = desk;
        this.inForm = inForm;
        this.save = save;
        this.writer = new TestWriter(desk.texts());
        this.lines = new ReadOnlyObjectWrapper<>(writer.plan());
    }

    /// @param thenSave whether the server is saved when it passes
    void start(boolean thenSave) {
        if (standing.get() == Standing.RUNNING) {
            return;
        }
        inForm.get()
                .ifPresent(
                        server -> {
                            saves = thenSave;
                            trial = Optional.of(desk.shares().trial(server));
                            refresh();
                        });
    }

    void cancel() {
        trial.ifPresent(ServerTrial::cancel);
    }

    /// Puts it away; one that is under way comes to its end unseen.
    void clear() {
        cancel();
        trial = Optional.empty();
        saves = false;
        refresh();
    }

    /// Looks how far it is; touches only what differs.
    void refresh() {
        Optional<Seen> seen = trial.map(ServerTrial::seen);
        Standing now = seen.map(TestModel::standing).orElse(Standing.IDLE);
        List<TestLine> newLines =
                seen.map(it -> writer.lines(it, desk.clock().instant())).orElseGet(writer::plan);
        if (!newLines.equals(lines.get())) {
            lines.set(newLines);
        }
        head.set(seen.map(it -> writer.head(it, now)).orElse(""));
        standing.set(now);
        if (saves && now != Standing.RUNNING) {
            saves = false;
            seen.filter(_ -> now == Standing.PASSED).map(Seen::server).ifPresent(save);
        }
    }

    /// What is to be done on the server is typed there, or pasted.
    void copyCure(Problem problem) {
        desk.copy().accept(ProblemWords.of(problem, desk.texts()).remedy());
        desk.notices().say(Mark.PASSED, desk.texts().of("toast.cure-copied"), "");
    }

    ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<TestLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyStringProperty headProperty() {
        return head.getReadOnlyProperty();
    }

    private static Standing standing(Seen seen) {
        if (!seen.over()) {
            return Standing.RUNNING;
        }
        if (seen.outcomes().containsValue(new Outcome.Skipped(Why.CANCELLED))) {
            return Standing.CANCELLED;
        }
        boolean failed =
                seen.outcomes().values().stream().anyMatch(Outcome.Failed.class::isInstance);
        return failed ? Standing.FAILED : Standing.PASSED;
    }
}
