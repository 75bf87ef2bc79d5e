package dev.portico.desktop.shares;

import dev.portico.interop.RemoteText;
import dev.portico.interop.SshLine;
import dev.portico.share.Audience;
import dev.portico.share.Server;
import dev.portico.share.Share;

import javafx.beans.property.StringProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a pasted ssh line means among the saved servers.
final class PastedLine {
    private final Desk desk;
    private final StringProperty text;

    /// @param text may be a line, or anything else
    PastedLine(Desk desk, StringProperty text) {
        this.desk = desk;
        this.text = text;
    }

    Optional<SshLine> line() {
        return SshLine.isOne(text.get())
                ? Optional.of(SshLine.parse(text.get()))
                : Optional.empty();
    }

    /// Takes a line in that may be broken into several, as manuals do.
    void paste(String line) {
        text.set(line.strip().replaceAll("\\\\?\\R", " "));
    }

    /// What is wrong with the line; empty where nothing is, or where there is no line.
    String complaint() {
        return line().map(
                        line ->
                                switch (line) {
                                    case SshLine.Understood _ -> "";
                                    case SshLine.Wrong wrong ->
                                            wrong.why().title(desk.texts().locale());
                                })
                .orElse("");
    }

    /// Whether the fields of the composer can say all that the line says.
    boolean canFill(SshLine.Understood line) {
        return line.forwards().size() == 1
                && saved(line).isPresent()
                && Audience.of(bind(line.forwards().getFirst())) != Audience.ONE_ADDRESS;
    }

    /// The saved server that the line means; one with just its address before one of its name.
    Optional<Server> saved(SshLine.Understood line) {
        List<Server> fit = desk.store().settings().servers().stream().filter(line::means).toList();
        return fit.stream()
                .filter(server -> server.host().equalsIgnoreCase(line.server().host()))
                .findFirst()
                .or(() -> fit.stream().findFirst());
    }

    /// The line's server under the name that it gets, which is its host's unless that is taken.
    Server unsaved(SshLine.Understood line) {
        String host = line.server().host().replace(':', '.');
        String name = host;
        int number = 2;
        while (name.equals(Server.PRACTICE) || desk.store().settings().server(name).isPresent()) {
            name = host + "-" + number++;
        }
        return line.server().withName(name);
    }

    void save(Server server) {
        desk.store()
                .update(
                        all -> {
                            List<Server> servers = new ArrayList<>(all.servers());
                            servers.add(server);
                            return all.withServers(servers);
                        });
    }

    static List<Share> shares(SshLine.Understood line, String server) {
        return line.forwards().stream()
                .map(
                        forward ->
                                new Share(
                                        forward.target().shortName(),
                                        forward.target(),
                                        server,
                                        forward.port().orElse(0),
                                        bind(forward)))
                .toList();
    }

    /// Without a bind address ssh asks for the server's loopback.
    static String bind(RemoteText forward) {
        return forward.bind().orElse("localhost");
    }
}
