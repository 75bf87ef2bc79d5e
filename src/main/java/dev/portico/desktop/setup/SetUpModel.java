package dev.portico.desktop.setup;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.shares.Desk;
import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.setup.AccountKey;
import dev.portico.setup.Plan;
import dev.portico.setup.SetUp;
import dev.portico.share.BadInput;
import dev.portico.share.PortRange;
import dev.portico.share.Problem;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;

/// The set-up of one server without controls. All methods belong to the screen's thread.
public final class SetUpModel {

    /// Where it stands.
    public enum Stage {
        CLOSED,
        FIELDS,
        LOOKING,
        SHOWN,
        APPLYING,
        DONE,
        UNDO_SHOWN,
        UNDOING,
        UNDONE
    }

    /// One thing that was done or tried.
    record Line(Mark mark, String words) {}

    /// What a look led to, or why there was none.
    private record Looked(Optional<Plan> plan, String error) {}

    private final Desk desk;
    private final Consumer<Server> save;
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty ports = new SimpleStringProperty("");
    private final ObjectProperty<Boolean> everyone = new SimpleObjectProperty<>(false);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.CLOSED);
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper script = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Server>> server =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private @Nullable AccountKey key;
    private @Nullable Plan plan;
    private int round;

    /// @param save takes the server with its new account
    public SetUpModel(Desk desk, Consumer<Server> save) {
        this.desk = desk;
        this.save = save;
    }

    /// @param where the user has a shell there
    public void open(Server where) {
        server.set(Optional.of(where));
        user.set(where.user().equals("tunnel") ? "portico" : "tunnel"); // never the same account
        ports.set(where.ports().map(PortRange::text).orElse("9000-9009"));
        everyone.set(where.bind().filter("*"::equals).isPresent());
        fresh(Stage.FIELDS);
    }

    /// Not while something is being changed.
    public void close() {
        if (!isBusy()) {
            leaveKey();
            stage.set(Stage.CLOSED);
        }
    }

    boolean isBusy() {
        return stage.get() == Stage.APPLYING || stage.get() == Stage.UNDOING;
    }

    /// Looks at the server and shows every line; changes nothing there.
    void look() {
        try {
            TunnelAccount account =
                    new TunnelAccount(
                            user.get().strip(), PortRange.parse(ports.get()), everyone.get());
            leaveKey();
            fresh(Stage.LOOKING);
            AccountKey own =
                    new AccountKey(
                            desk.setUp().keys(),
                            AccountKey.place(desk.store().folder(), name(account)));
            key = own;
            run(() -> look(account, own), this::looked);
        } catch (BadInput e) {
            error.set(e.title(desk.texts().locale()));
        }
    }

    private Looked look(TunnelAccount account, AccountKey own)
            throws ProblemException, InterruptedException {
        Server where = here();
        try (SetUp setUp = begin()) {
            var found = setUp.look(account.user());
            String half = own.publicHalf(where, () -> new char[0]);
            Optional<Plan> made =
                    Optional.of(
                            new Plan(
                                    account, half, found, desk.setUp().places(), Optional.empty()));
            return new Looked(made, "");
        } catch (BadInput e) {
            return new Looked(Optional.empty(), e.title(desk.texts().locale()));
        }
    }

    private void looked(Looked looked) {
        error.set(looked.error());
        plan = looked.plan().orElse(null);
        script.set(looked.plan().map(Plan::script).orElse(""));
        stage.set(looked.plan().isPresent() ? Stage.SHOWN : Stage.FIELDS);
    }

    /// Does what is shown.
    void apply() {
        Plan now = plan;
        AccountKey own = key;
        if (now == null || own == null) {
            return;
        }
        Server tunnel = now.profile(here(), own.file(), name(now.account()));
        fresh(Stage.APPLYING);
        run(
                () -> {
                    try (SetUp setUp = begin()) {
                        return setUp.apply(now, tunnel, new ToldLines(desk, lines));
                    }
                },
                _ -> {
                    key = null;
                    stage.set(Stage.DONE);
                    save.accept(tunnel);
                });
    }

    /// Shows what takes it back.
    void showUndo() {
        String account = user.get().strip();
        fresh(Stage.LOOKING);
        run(
                () -> {
                    try (SetUp setUp = begin()) {
                        return setUp.undoText(account);
                    }
                },
                text -> {
                    script.set(text);
                    boolean nothing = text.isEmpty();
                    error.set(nothing ? desk.texts().of("setup.nothing", "user", account) : "");
                    stage.set(nothing ? Stage.FIELDS : Stage.UNDO_SHOWN);
                });
    }

    void undo() {
        String account = user.get().strip();
        fresh(Stage.UNDOING);
        run(
                () -> {
                    try (SetUp setUp = begin()) {
                        setUp.undo(account, new ToldLines(desk, lines));
                        return account;
                    }
                },
                _ -> stage.set(Stage.UNDONE));
    }

    StringProperty userProperty() {
        return user;
    }

    StringProperty portsProperty() {
        return ports;
    }

    ObjectProperty<Boolean> everyoneProperty() {
        return everyone;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /// Every line that is run, or would be.
    ReadOnlyStringProperty scriptProperty() {
        return script.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Server>> serverProperty() {
        return server.getReadOnlyProperty();
    }

    ObservableList<Line> lines() {
        return lines;
    }

    private interface Work<T> {
        T run() throws ProblemException, InterruptedException;
    }

    /// What has been closed meanwhile is not heard of.
    private <T> void run(Work<T> work, Consumer<T> then) {
        int mine = ++round;
        desk.background()
                .run(
                        work::run,
                        result -> {
                            if (mine == round) {
                                then.accept(result);
                            }
                        },
                        failure -> {
                            if (mine == round) {
                                problem.set(Optional.of(failure));
                                stage.set(Stage.FIELDS);
                            }
                        });
    }

    private void fresh(Stage now) {
        error.set("");
        problem.set(Optional.empty());
        lines.clear();
        if (now == Stage.FIELDS || now == Stage.LOOKING) {
            script.set("");
        }
        stage.set(now);
    }

    private void leaveKey() {
        round++;
        if (key != null) {
            key.dropIfNew();
            key = null;
        }
        plan = null;
    }

    private SetUp begin() throws ProblemException, InterruptedException {
        return SetUp.begin(desk.setUp(), here(), _ -> {});
    }

    private Server here() {
        return server.get().orElseThrow();
    }

    private String name(TunnelAccount account) {
        String wanted = here().name() + "-" + account.user();
        String name = wanted;
        for (int i = 2; isOther(name, account); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }

    private boolean isOther(String name, TunnelAccount account) {
        return desk.store()
                .settings()
                .server(name)
                .filter(
                        there ->
                                !there.host().equals(here().host())
                                        || !there.user().equals(account.user()))
                .isPresent();
    }
}
