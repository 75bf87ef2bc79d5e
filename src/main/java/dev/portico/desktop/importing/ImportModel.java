package dev.portico.desktop.importing;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.Desk;
import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Here;
import dev.portico.interop.config.SshConfig;
import dev.portico.interop.config.servers.Following;
import dev.portico.interop.config.servers.ImportChoice;
import dev.portico.interop.config.servers.Imported;
import dev.portico.interop.config.servers.Imports;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.store.Settings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What can be taken over from a file of ssh, without controls. All methods belong to the screen's
/// thread.
public final class ImportModel {

    enum Stage {
        READING,
        ABSENT,
        WITHOUT_SERVERS,
        READY
    }

    private final Desk desk;
    private final Here here;
    private final Consumer<String> onSaved;
    private final StringProperty file;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.READING);
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ObservableList<Finding> notes = FXCollections.observableArrayList();
    private final BooleanProperty follow = new SimpleBooleanProperty();
    private final BooleanProperty withShares = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper hasShares = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper wanted = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private Optional<Imports> read = Optional.empty();
    private String asked = "";

    /// @param onSaved hears the first of the servers that were saved
    public ImportModel(Desk desk, Here here, Consumer<String> onSaved) {
        this.desk = desk;
        this.here = here;
        this.onSaved = onSaved;
        this.file = new SimpleStringProperty(here.text(here.file()));
    }

    /// As it stands in the field, with `~` for the home folder.
    StringProperty fileProperty() {
        return file;
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ObservableList<ImportRow> rows() {
        return rows;
    }

    /// What was left out, of the file and of the aliases in it.
    ObservableList<Finding> notes() {
        return notes;
    }

    BooleanProperty followProperty() {
        return follow;
    }

    BooleanProperty withSharesProperty() {
        return withShares;
    }

    ReadOnlyBooleanProperty hasSharesProperty() {
        return hasShares.getReadOnlyProperty();
    }

    /// How many are chosen.
    ReadOnlyIntegerProperty wantedProperty() {
        return wanted.getReadOnlyProperty();
    }

    /// Why nothing was imported; empty when nothing stands in the way.
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    String text(Path path) {
        return here.text(path);
    }

    /// What a server that does so is said to do.
    public String follows(Path path) {
        return desk.texts().of("servers.follows", "file", here.text(path));
    }

    void choose(Path path) {
        file.set(here.text(path));
        read();
    }

    /// Reads the file away from the screen.
    public void read() {
        stage.set(Stage.READING);
        refusal.set("");
        String wish = file.get();
        asked = wish;
        Optional<Path> path = path(wish);
        if (path.filter(Files::exists).isEmpty()) {
            show(Optional.empty(), Stage.ABSENT);
            return;
        }
        desk.background()
                .run(
                        () -> new Imports(SshConfig.read(path.get(), here)),
                        imports -> {
                            if (file.get().equals(wish)) {
                                boolean none = imports.servers().isEmpty();
                                show(
                                        Optional.of(imports),
                                        none ? Stage.WITHOUT_SERVERS : Stage.READY);
                            }
                        },
                        this::tell);
    }

    /// Reads what the field names, unless that is what was read.
    void readChanged() {
        if (!file.get().equals(asked)) {
            read();
        }
    }

    /// Where the user may look for another.
    File folder() {
        return here.file().resolveSibling(".").normalize().toFile();
    }

    private Optional<Path> path(String text) {
        try {
            String whole = text.startsWith("~/") ? here.home() + text.substring(1) : text.strip();
            return whole.isEmpty() ? Optional.empty() : Optional.of(Path.of(whole));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    private void tell(Problem problem) {
        show(Optional.empty(), Stage.WITHOUT_SERVERS);
        refusal.set(problem.title(desk.texts().locale()));
    }

    private void show(Optional<Imports> imports, Stage now) {
        read = imports;
        Settings settings = desk.store().settings();
        List<ImportRow> found =
                imports.map(Imports::servers).orElse(List.of()).stream()
                        .map(it -> ImportRow.of(it, it.state(settings.server(it.alias()))))
                        .toList();
        List<Finding> said =
                imports.map(it -> it.findings(it.servers())).orElse(List.of()).stream()
                        .filter(finding -> finding.weight() != Finding.Weight.NOT_NEEDED)
                        .toList();
        found.forEach(row -> row.chosen().subscribe(_ -> count()));
        rows.setAll(found);
        notes.setAll(said);
        hasShares.set(found.stream().anyMatch(row -> !row.imported().shares().isEmpty()));
        follow.set(found.stream().anyMatch(row -> isFollowed(settings, row)));
        count();
        stage.set(now);
    }

    private static boolean isFollowed(Settings settings, ImportRow row) {
        return settings.links().stream()
                .anyMatch(link -> link.server().equals(row.imported().alias()));
    }

    private void count() {
        wanted.set((int) rows.stream().filter(row -> row.chosen().get()).count());
    }

    /// @return whether it is done; else [#refusalProperty] says why not
    boolean save() {
        if (read.isEmpty() || wanted.get() == 0) {
            return false;
        }
        ImportChoice choice =
                new ImportChoice(
                        read.get().config().file(),
                        chosen(read.get()),
                        follow.get(),
                        withShares.get() && hasShares.get());
        List<Server> servers = choice.servers(desk.store().settings().servers());
        Optional<Server> ring = Following.ring(servers);
        if (ring.isPresent()) {
            refusal.set(desk.texts().of("import.ring", "name", ring.get().name()));
            return false;
        }
        desk.store()
                .update(
                        settings ->
                                settings.withServers(choice.servers(settings.servers()))
                                        .withLinks(choice.links(settings.links()))
                                        .withShares(choice.shares(settings.shares())));
        Texts texts = desk.texts();
        desk.notices().say(Mark.PASSED, texts.count("toast.imported", choice.chosen().size()), "");
        onSaved.accept(choice.chosen().getFirst().alias());
        return true;
    }

    /// With the jump servers that they need and that are not saved yet.
    private List<Imported> chosen(Imports imports) {
        List<String> aliases =
                rows.stream()
                        .filter(row -> row.chosen().get())
                        .map(row -> row.imported().alias())
                        .toList();
        return imports.withJumps(aliases).stream()
                .filter(
                        it ->
                                aliases.contains(it.alias())
                                        || desk.store().settings().server(it.alias()).isEmpty())
                .toList();
    }
}
