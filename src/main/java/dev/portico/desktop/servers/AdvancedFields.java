package dev.portico.desktop.servers;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.servers.ServerForm.Field;
import dev.portico.share.BadInput;
import dev.portico.share.ProblemException;
import dev.portico.share.Proxy;
import dev.portico.share.Route;
import dev.portico.share.Server;
import dev.portico.share.Way;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The fields behind "Advanced": what they show of a server, and what they make of it.
///
/// @param saved finds a saved server by its name
record AdvancedFields(Texts texts, Function<String, Optional<Server>> saved) {
    static final List<Field> ALL =
            List.of(Field.JUMP, Field.PROXY, Field.CONNECT_TIMEOUT, Field.DEAD_AFTER);
    private static final int LONGEST_SECONDS = 3600;

    static String shown(Field field, Optional<Server> server) {
        return switch (field) {
            case JUMP -> server.map(s -> String.join(", ", s.way().jumps())).orElse("");
            case PROXY -> server.flatMap(s -> s.way().proxy()).map(Proxy::text).orElse("");
            case CONNECT_TIMEOUT ->
                    seconds(server.map(Server::connectTimeout).orElse(Server.CONNECT_TIMEOUT));
            case DEAD_AFTER -> seconds(server.map(Server::deadAfter).orElse(Server.DEAD_AFTER));
            case NAME, HOST, PORT, USER, KEY, LINK, PUBLIC, PORTS -> "";
        };
    }

    /// Whether there is something to see that is not as usual.
    static boolean isUsed(Optional<Server> server) {
        return server.filter(
                        s ->
                                !s.way().equals(Way.DIRECT)
                                        || s.legacy()
                                        || !s.connectTimeout().equals(Server.CONNECT_TIMEOUT)
                                        || !s.deadAfter().equals(Server.DEAD_AFTER))
                .isPresent();
    }

    static Server on(Server server, Function<Field, String> value, boolean legacy) {
        return server.withWay(way(value.apply(Field.JUMP), value.apply(Field.PROXY)))
                .withConnectTimeout(
                        read(value.apply(Field.CONNECT_TIMEOUT), 1, Server.CONNECT_TIMEOUT))
                .withDeadAfter(deadAfter(value.apply(Field.DEAD_AFTER)))
                .withLegacy(legacy);
    }

    /// @throws BadInput when one that need not fit any other does not fit by itself
    void check(Field field, String text) {
        switch (field) {
            case JUMP -> Way.jumps(text);
            case PROXY -> way("", text);
            case CONNECT_TIMEOUT -> read(text, 1, Server.CONNECT_TIMEOUT);
            case DEAD_AFTER -> deadAfter(text);
            case NAME, HOST, PORT, USER, KEY, LINK, PUBLIC, PORTS -> {}
        }
    }

    /// Says where the way of a server would lead in a ring; empty where it does not.
    String ringComplaint(Server server, Optional<Server> before) {
        try {
            Route.to(
                    server,
                    name -> name.equals(server.name()) ? Optional.of(server) : find(name, before));
            return "";
        } catch (ProblemException e) {
            return e.problem().title(texts.locale());
        }
    }

    /// One that is about to be renamed is gone under its old name.
    private Optional<Server> find(String name, Optional<Server> before) {
        return before.filter(server -> server.name().equals(name)).isPresent()
                ? Optional.empty()
                : saved.apply(name);
    }

    private static Way way(String jumps, String proxy) {
        return new Way(
                Way.jumps(jumps),
                proxy.isEmpty() ? Optional.empty() : Optional.of(Proxy.parse(proxy)));
    }

    private static Duration deadAfter(String text) {
        return read(text, (int) Server.SHORTEST_DEAD_AFTER.toSeconds(), Server.DEAD_AFTER);
    }

    private static Duration read(String text, int least, Duration usual) {
        if (text.isEmpty()) {
            return usual;
        }
        boolean digits = text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int seconds = digits ? Integer.parseInt(text) : -1;
        if (seconds < least || seconds > LONGEST_SECONDS) {
            throw new BadInput(
                    "form.seconds.wrong",
                    "least",
                    String.valueOf(least),
                    "most",
                    String.valueOf(LONGEST_SECONDS));
        }
        return Duration.ofSeconds(seconds);
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }
}
