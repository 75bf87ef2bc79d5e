package dev.portico.desktop.servers;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.setup.SetUpModel;
import dev.portico.desktop.shares.ComposerModel;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.shares.ServerUse;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.share.Server;
import dev.portico.store.Settings;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The saved servers without controls. All methods belong to the screen's thread.
public final class ServersModel {

    /// One line of the list.
    record Line(
            String name,
            String title,
            String address,
            Mark mark,
            String use,
            String open,
            boolean legacy) {}

    private final Desk desk;
    private final SharesModel shares;
    private final ComposerModel composer;
    private final ServerForm form;
    private final TestModel test;
    private final SetUpModel setUp;
    private final ReadOnlyObjectWrapper<ServerUse> through =
            new ReadOnlyObjectWrapper<>(ServerUse.NONE);
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<String>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper saved = new ReadOnlyIntegerWrapper();

    public ServersModel(Desk desk, SharesModel shares, ComposerModel composer) {
        this.desk = desk;
        this.shares = shares;
        this.composer = composer;
        this.form = new ServerForm(desk.texts(), this::isTaken, this::saved);
        this.test = new TestModel(desk, form::server, this::saveTested);
        this.setUp = new SetUpModel(desk, this::putWithAccount);
        form.show(Optional.empty());
        refresh();
    }

    public boolean isTesting() {
        return test.stageProperty().get() == TestModel.Stage.RUNNING;
    }

    /// Reads settings and shares; touches only lines that differ.
    public void refresh() {
        test.refresh();
        ServerUse use = selected.get().map(shares::use).orElse(ServerUse.NONE);
        if (!use.equals(through.get())) {
            through.set(use);
        }
        List<Line> now = new ArrayList<>();
        desk.store().settings().servers().forEach(server -> now.add(line(server)));
        saved.set(now.size());
        now.add(practice());
        if (now.size() != lines.size()) {
            lines.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!now.get(i).equals(lines.get(i))) {
                lines.set(i, now.get(i));
            }
        }
    }

    /// How many servers are saved, the practice server not counted.
    public ReadOnlyIntegerProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ServerForm form() {
        return form;
    }

    TestModel test() {
        return test;
    }

    SetUpModel setUp() {
        return setUp;
    }

    /// Opens the set-up of a saved server.
    void beginSetUp(String name) {
        saved(name).ifPresent(setUp::open);
    }

    private void putWithAccount(Server server) {
        put(saved(server.name()).map(Server::name), server);
    }

    /// What goes through the server in the form.
    ReadOnlyObjectProperty<ServerUse> throughProperty() {
        return through.getReadOnlyProperty();
    }

    /// The name of the server in the form; empty for a new one.
    ObjectProperty<Optional<String>> selectedProperty() {
        return selected;
    }

    public void select(String name) {
        if (!selected.get().equals(Optional.of(name))) {
            test.clear();
        }
        show(name);
    }

    private void show(String name) {
        selected.set(Optional.of(name));
        form.show(saved(name));
        refresh();
    }

    void add() {
        test.clear();
        selected.set(Optional.empty());
        form.show(Optional.empty());
    }

    /// Saves what is in the form, if nothing is wrong with it.
    boolean save() {
        Optional<Server> made = form.server();
        made.ifPresent(server -> put(form.before().map(Server::name), server));
        made.ifPresent(server -> show(server.name()));
        return made.isPresent();
    }

    /// What was tested, and not what was typed since.
    private void saveTested(Server tested) {
        if (form.server().filter(tested::equals).isPresent()) {
            save();
        }
    }

    /// Saves another one like it below it, and shows it.
    void duplicate(String name) {
        saved(name).ifPresent(this::duplicate);
    }

    private void duplicate(Server server) {
        String name = server.name() + "-2";
        for (int i = 3; isTaken(name); i++) {
            name = server.name() + "-" + i;
        }
        Server copy = server.withName(name);
        change(
                servers -> {
                    List<Server> all = new ArrayList<>(servers);
                    all.add(all.indexOf(server) + 1, copy);
                    return all;
                });
        select(name);
    }

    /// Takes a new server in, as the first-run page does.
    public void put(Server server) {
        put(Optional.empty(), server);
    }

    boolean isTaken(String name) {
        return name.equals(Server.PRACTICE) || desk.store().settings().server(name).isPresent();
    }

    private Optional<Server> saved(String name) {
        return desk.store().settings().server(name);
    }

    void delete(String name) {
        Settings before = desk.store().settings();
        int place = before.servers().stream().map(Server::name).toList().indexOf(name);
        if (place < 0) {
            return;
        }
        Server server = before.servers().get(place);
        change(servers -> servers.stream().filter(each -> !each.equals(server)).toList());
        lines.stream().findFirst().map(Line::name).ifPresent(this::select);
        Texts texts = desk.texts();
        desk.notices()
                .offer(
                        Mark.STOPPED,
                        texts.of("toast.server-deleted"),
                        texts.of("action.undo"),
                        () -> putBack(server, place));
    }

    /// Takes what was kept for the server's sign-in out of the system's keyring.
    void forget(String name) {
        saved(name).ifPresent(new KeptSecrets(desk)::forget);
    }

    private void putBack(Server server, int place) {
        if (isTaken(server.name())) {
            return;
        }
        change(
                servers -> {
                    List<Server> all = new ArrayList<>(servers);
                    all.add(Math.min(place, all.size()), server);
                    return all;
                });
        select(server.name());
    }

    private void put(Optional<String> before, Server server) {
        change(
                servers -> {
                    List<Server> all = new ArrayList<>(servers);
                    int place =
                            before.map(all.stream().map(Server::name).toList()::indexOf).orElse(-1);
                    if (place < 0) {
                        all.add(server);
                    } else {
                        all.set(place, server);
                    }
                    return followed(all, before.orElse(server.name()), server.name());
                });
        before.filter(name -> !name.equals(server.name()))
                .ifPresent(name -> shares.serverRenamed(name, server.name()));
        shares.serverChanged(server.name());
        desk.notices()
                .say(Mark.PASSED, desk.texts().of("toast.server-saved", "name", server.name()), "");
    }

    private static List<Server> followed(List<Server> all, String before, String now) {
        return all.stream().map(s -> s.withWay(s.way().renamed(before, now))).toList();
    }

    private void change(UnaryOperator<List<Server>> change) {
        desk.store().update(settings -> settings.withServers(change.apply(settings.servers())));
        composer.readServers();
        refresh();
    }

    private Line line(Server server) {
        String address = server.user() + "@" + server.host();
        return line(server.name(), server.name(), address, server.legacy());
    }

    private Line practice() {
        Texts texts = desk.texts();
        return line(
                Server.PRACTICE,
                texts.of("server.practice.short"),
                texts.of("server.practice.address"),
                false);
    }

    private Line line(String name, String title, String address, boolean legacy) {
        ServerUse use = shares.use(name);
        Texts texts = desk.texts();
        String open =
                use.open() == 0 ? "" : texts.of("servers.open", "n", String.valueOf(use.open()));
        String all =
                use.shares() == 0
                        ? texts.of("servers.unused")
                        : texts.count("servers.shares", use.shares());
        return new Line(name, title, address, use.mark(), all, open, legacy);
    }
}
