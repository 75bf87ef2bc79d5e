package dev.portico.desktop.servers;

import dev.portico.desktop.look.Texts;
import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.Forward;
import dev.portico.share.PortRange;
import dev.portico.share.Ports;
import dev.portico.share.Server;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A server in the making: what stands in the fields, and beside each what is wrong with it.
public final class ServerForm {

    /// The fields that can be wrong.
    public enum Field {
        NAME,
        HOST,
        PORT,
        USER,
        KEY,
        LINK,
        PUBLIC,
        PORTS,
        JUMP,
        PROXY,
        CONNECT_TIMEOUT,
        DEAD_AFTER
    }

    /// The ways to sign in that the form offers.
    public enum Way {
        AUTOMATIC,
        KEY_FILE,
        AGENT,
        PASSWORD
    }

    private final Texts texts;
    private final Predicate<String> taken;
    private final AdvancedFields advanced;
    private final HostFields hosts;
    private final Map<Field, StringProperty> values = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> errors = new EnumMap<>(Field.class);
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.AUTOMATIC);
    private final ObjectProperty<Audience> audience =
            new SimpleObjectProperty<>(Audience.ONLY_ON_SERVER);
    private final BooleanProperty legacy = new SimpleBooleanProperty();
    private final BooleanProperty showsAdvanced = new SimpleBooleanProperty();
    private final IntegerBinding wrong;
    private Optional<Server> before = Optional.empty();

    /// @param taken whether another server has the name
    /// @param saved finds a saved server by its name
    public ServerForm(
            Texts texts, Predicate<String> taken, Function<String, Optional<Server>> saved) {
        this.texts = texts;
        this.taken = taken;
        this.advanced = new AdvancedFields(texts, saved);
        this.hosts = new HostFields(texts);
        for (Field field : Field.values()) {
            StringProperty value = new SimpleStringProperty("");
            values.put(field, value);
            errors.put(field, new ReadOnlyStringWrapper(""));
            // what was wrong may be right now; it is judged again when the field is left
            value.subscribe(_ -> error(field).set(""));
        }
        way.subscribe(_ -> error(Field.KEY).set(""));
        wrong =
                Bindings.createIntegerBinding(
                        () ->
                                (int)
                                        errors.values().stream()
                                                .filter(error -> !error.get().isEmpty())
                                                .count(),
                        errors.values().toArray(ReadOnlyStringWrapper[]::new));
    }

    /// Shows a saved server, or an empty form.
    public void show(Optional<Server> server) {
        before = server;
        set(Field.NAME, server.map(Server::name).orElse(""));
        set(Field.HOST, server.map(Server::host).orElse(""));
        set(Field.PORT, server.map(Server::port).map(String::valueOf).orElse("22"));
        set(Field.USER, server.map(Server::user).orElse(System.getProperty("user.name", "")));
        set(Field.LINK, server.flatMap(Server::linkTemplate).orElse(""));
        set(Field.PUBLIC, server.flatMap(Server::publicAddress).orElse(""));
        set(Field.PORTS, server.flatMap(Server::ports).map(PortRange::text).orElse(""));
        set(Field.KEY, server.map(Server::signIn).map(SignInFields::keyFile).orElse(""));
        way.set(server.map(Server::signIn).map(SignInFields::way).orElse(Way.AUTOMATIC));
        audience.set(
                server.flatMap(Server::bind).map(Audience::of).orElse(Audience.ONLY_ON_SERVER));
        AdvancedFields.ALL.forEach(field -> set(field, AdvancedFields.shown(field, server)));
        legacy.set(server.filter(Server::legacy).isPresent());
        showsAdvanced.set(AdvancedFields.isUsed(server));
        errors.values().forEach(error -> error.set(""));
    }

    /// Judges one field, as when it is left. Where it is wrong all are judged: who mends it shall
    /// not meet the next mistake only then.
    public void judge(Field field) {
        error(field).set(complaint(field));
        if (!error(field).get().isEmpty()) {
            judgeAll();
        }
    }

    /// The server that the fields describe, if nothing is wrong with them.
    public Optional<Server> server() {
        judgeAll();
        return wrong.get() > 0 ? Optional.empty() : Optional.of(made());
    }

    public StringProperty valueProperty(Field field) {
        return Objects.requireNonNull(values.get(field));
    }

    public ReadOnlyStringProperty errorProperty(Field field) {
        return error(field).getReadOnlyProperty();
    }

    public ObjectProperty<Way> wayProperty() {
        return way;
    }

    ObjectProperty<Audience> audienceProperty() {
        return audience;
    }

    BooleanProperty legacyProperty() {
        return legacy;
    }

    BooleanProperty showsAdvancedProperty() {
        return showsAdvanced;
    }

    /// How many fields are wrong.
    IntegerBinding wrongProperty() {
        return wrong;
    }

    Optional<Server> before() {
        return before;
    }

    private void judgeAll() {
        for (Field field : Field.values()) {
            error(field).set(complaint(field));
        }
        if (wrong.get() == 0) {
            error(Field.JUMP).set(advanced.ringComplaint(made(), before));
        }
        boolean hidden = AdvancedFields.ALL.stream().anyMatch(f -> !error(f).get().isEmpty());
        showsAdvanced.set(showsAdvanced.get() || hidden);
    }

    private Server made() {
        String bind = audience.get() == Audience.EVERYONE ? "*" : "localhost";
        Server made =
                new Server(
                        value(Field.NAME),
                        HostFields.bare(value(Field.HOST)),
                        port(),
                        value(Field.USER),
                        SignInFields.signIn(way.get(), value(Field.KEY)),
                        before.map(Server::hostKeys).orElse(null),
                        before.flatMap(Server::bind)
                                .filter(was -> Audience.of(was) == audience.get())
                                .or(() -> Optional.of(bind)),
                        some(Field.PUBLIC).map(HostFields::bare),
                        some(Field.LINK),
                        null,
                        null);
        return AdvancedFields.on(made, this::value, legacy.get())
                .withPorts(some(Field.PORTS).map(PortRange::parse));
    }

    private String complaint(Field field) {
        try {
            return switch (field) {
                case NAME -> nameComplaint();
                case HOST -> hostComplaint();
                case PORT -> portComplaint();
                case USER -> userComplaint();
                case KEY -> keyComplaint();
                case LINK -> {
                    some(Field.LINK).ifPresent(Forward::checkedTemplate);
                    yield "";
                }
                case PUBLIC ->
                        some(Field.PUBLIC)
                                .map(text -> hosts.complaint(text, "form.public.more"))
                                .orElse("");
                case PORTS -> {
                    some(Field.PORTS).ifPresent(PortRange::parse);
                    yield "";
                }
                case JUMP, PROXY, CONNECT_TIMEOUT, DEAD_AFTER -> {
                    advanced.check(field, value(field));
                    yield "";
                }
            };
        } catch (BadInput e) {
            return e.title(texts.locale());
        }
    }

    private String nameComplaint() {
        String name = value(Field.NAME);
        if (name.isEmpty()) {
            return texts.of("input.server.name");
        }
        if (name.equals(Server.PRACTICE)) {
            return texts.of("input.server.reserved", "name", name);
        }
        boolean own = before.filter(server -> server.name().equals(name)).isPresent();
        return !own && taken.test(name) ? texts.of("form.name.taken") : "";
    }

    private String hostComplaint() {
        return some(Field.HOST)
                .map(text -> hosts.complaint(text, "form.host.more"))
                .orElseGet(() -> texts.of("input.server.host"));
    }

    private String portComplaint() {
        try {
            port();
            return "";
        } catch (BadInput _) {
            return texts.of("form.port.wrong");
        }
    }

    private String userComplaint() {
        String user = value(Field.USER);
        boolean bad = user.startsWith("-") || user.chars().anyMatch(c -> c <= ' ' || c == '@');
        return bad ? texts.of("form.user.wrong") : "";
    }

    private String keyComplaint() {
        return SignInFields.isUsable(way.get(), value(Field.KEY)) ? "" : texts.of("form.key.wrong");
    }

    private int port() {
        return value(Field.PORT).isEmpty() ? 22 : Ports.parse(value(Field.PORT));
    }

    private void set(Field field, String text) {
        valueProperty(field).set(text);
    }

    private String value(Field field) {
        return valueProperty(field).get().strip();
    }

    private Optional<String> some(Field field) {
        return Optional.of(value(field)).filter(text -> !text.isEmpty());
    }

    private ReadOnlyStringWrapper error(Field field) {
        return Objects.requireNonNull(errors.get(field));
    }
}
