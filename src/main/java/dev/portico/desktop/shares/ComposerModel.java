package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.interop.RemoteText;
import dev.portico.interop.SshLine;
import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.Ports;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A new share in the making: what stands in the fields, and what is wrong with it.
public final class ComposerModel {
    private final Desk desk;
    private final SharesModel shares;
    private final PortWatch watch;
    private final PastedLine pasted;
    private final Caution caution;
    private final StringProperty target = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty server = new SimpleStringProperty("");
    private final ObjectProperty<Audience> who =
            new SimpleObjectProperty<>(Audience.ONLY_ON_SERVER);
    private final BooleanProperty practice = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper targetError = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper portError = new ReadOnlyStringWrapper("");
    private final ObservableList<String> servers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<String, Mark>> marks =
            new ReadOnlyObjectWrapper<>(Map.of());

    public ComposerModel(Desk desk, SharesModel shares, PortWatch watch) {
        this.desk = desk;
        this.shares = shares;
        this.watch = watch;
        this.pasted = new PastedLine(desk, target);
        this.caution = new Caution(desk, watch);
        server.subscribe(this::serverChosen);
        target.subscribe(_ -> targetError.set(""));
        port.subscribe(_ -> portError.set(""));
        readServers();
    }

    /// Reads the saved servers anew. The practice server is the last one, and chosen by itself only
    /// while it is the only one.
    public void readServers() {
        List<String> names = savedNames();
        boolean onlyPractice = servers.size() <= 1;
        String before = server.get();
        servers.setAll(withPractice(names));
        boolean stays = servers.contains(before) && !(onlyPractice && !names.isEmpty());
        server.set(stays ? before : firstChoice(names));
        serverChosen(server.get());
    }

    /// Follows the saved servers, which a command line may change, and how each fares.
    public void refresh() {
        if (!withPractice(savedNames()).equals(servers)) {
            readServers();
        }
        Map<String, Mark> now = new HashMap<>();
        servers.forEach(name -> now.put(name, shares.use(name).mark()));
        if (!now.equals(marks.get())) {
            marks.set(Map.copyOf(now));
        }
    }

    /// Looks what listens here, in the background.
    void findPorts() {
        watch.look();
    }

    /// What is known of the port in the field.
    Optional<ListeningPort> known() {
        String text = target.get().strip();
        return listening().stream()
                .filter(
                        port ->
                                text.equals(String.valueOf(port.port()))
                                        || text.equals("localhost:" + port.port())
                                        || text.equals(port.target()))
                .findFirst();
    }

    Optional<ListeningPort> listeningAt(Target place) {
        return watch.at(place);
    }

    /// Shares what stands in the fields; where something is wrong, says so beside the field.
    void submit() {
        judgeTarget();
        Optional<SshLine> line = pasted.line();
        if (line.isPresent()) {
            if (line.get() instanceof SshLine.Understood understood) {
                submit(understood);
            }
            return;
        }
        judgePort();
        if (!targetError.get().isEmpty() || !portError.get().isEmpty()) {
            return;
        }
        if (isSample()) {
            shares.shareSample();
            return;
        }
        Target parsed = Target.parse(target.get());
        Share wish = new Share(parsed.shortName(), parsed, server.get(), portNumber(), bind());
        caution.pass(List.of(wish), this::share);
    }

    private void submit(SshLine.Understood line) {
        Optional<Server> saved = pasted.saved(line);
        Server through = saved.orElseGet(() -> pasted.unsaved(line));
        caution.pass(
                PastedLine.shares(line, through.name()),
                wishes -> {
                    if (saved.isEmpty()) {
                        pasted.save(through);
                        readServers();
                    }
                    share(wishes);
                });
    }

    private void share(List<Share> wishes) {
        wishes.forEach(wish -> shares.share(wish, true));
        target.set("");
        port.set("");
        remember(wishes.getFirst().server());
    }

    /// The ssh line in the field for the target, if there is one.
    PastedLine pasted() {
        return pasted;
    }

    void fill(SshLine.Understood line) {
        RemoteText forward = line.forwards().getFirst();
        int number = forward.port().orElse(0);
        pasted.saved(line).ifPresent(saved -> server.set(saved.name()));
        port.set(number == 0 ? "" : String.valueOf(number));
        who.set(Audience.of(PastedLine.bind(forward)));
        target.set(forward.target().text());
    }

    public Caution caution() {
        return caution;
    }

    void judgeTarget() {
        targetError.set(
                isSample() || pasted.line().isPresent()
                        ? pasted.complaint()
                        : complaint(() -> Target.parse(target.get())));
    }

    void judgePort() {
        portError.set(complaint(this::portNumber));
    }

    StringProperty targetProperty() {
        return target;
    }

    StringProperty portProperty() {
        return port;
    }

    StringProperty serverProperty() {
        return server;
    }

    ObjectProperty<Audience> whoProperty() {
        return who;
    }

    /// Whether the practice server is chosen, which opens links on this computer only.
    BooleanProperty practiceProperty() {
        return practice;
    }

    ReadOnlyStringProperty targetErrorProperty() {
        return targetError.getReadOnlyProperty();
    }

    ReadOnlyStringProperty portErrorProperty() {
        return portError.getReadOnlyProperty();
    }

    ObservableList<String> servers() {
        return servers;
    }

    ObservableList<ListeningPort> listening() {
        return watch.others();
    }

    private boolean isSample() {
        return practice.get() && target.get().isBlank();
    }

    private int portNumber() {
        int number = port.get().isBlank() ? 0 : Ports.parseOrAutomatic(port.get());
        return desk.store()
                .settings()
                .server(server.get())
                .map(chosen -> chosen.checkedPort(number))
                .orElse(number);
    }

    private String bind() {
        return who.get() == Audience.EVERYONE ? "*" : "localhost";
    }

    private String complaint(Runnable parse) {
        try {
            parse.run();
            return "";
        } catch (BadInput e) {
            return e.title(desk.texts().locale());
        }
    }

    private String firstChoice(List<String> names) {
        String last = desk.store().settings().window().lastServer();
        if (names.contains(last)) {
            return last;
        }
        return names.isEmpty() ? Server.PRACTICE : names.getFirst();
    }

    private void serverChosen(String name) {
        practice.set(name.equals(Server.PRACTICE));
        portError.set(""); // another server may allow what this one does not
        Optional<String> bind = desk.store().settings().server(name).flatMap(Server::bind);
        boolean everyone =
                bind.map(Audience::of).filter(Audience.EVERYONE::equals).isPresent()
                        && !practice.get();
        who.set(everyone ? Audience.EVERYONE : Audience.ONLY_ON_SERVER);
    }

    private List<String> savedNames() {
        return desk.store().settings().servers().stream()
                .map(Server::name)
                .filter(name -> !name.equals(Server.PRACTICE))
                .toList();
    }

    private static List<String> withPractice(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add(Server.PRACTICE);
        return all;
    }

    private void remember(String name) {
        desk.store()
                .update(settings -> settings.withWindow(settings.window().withLastServer(name)));
    }

    /// By the name of each server, how what goes through it fares now.
    ReadOnlyObjectProperty<Map<String, Mark>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    Mark markOf(String name) {
        return marks.get().getOrDefault(name, Mark.STOPPED);
    }
}
