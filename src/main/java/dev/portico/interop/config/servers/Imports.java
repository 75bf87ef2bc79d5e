package dev.portico.interop.config.servers;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.SshConfig;
import dev.portico.share.BadInput;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All aliases of a file as servers, each looked at once.
public final class Imports {
    private final SshConfig config;
    private final Map<String, Imported> servers = new LinkedHashMap<>();
    private final List<Finding> findings;

    public Imports(SshConfig config) {
        this.config = config;
        this.findings = new ArrayList<>(config.findings());
        config.aliases().forEach(this::look);
    }

    public SshConfig config() {
        return config;
    }

    /// In the order of the file.
    public List<Imported> servers() {
        return List.copyOf(servers.values());
    }

    public Optional<Imported> server(String alias) {
        return Optional.ofNullable(servers.get(alias));
    }

    /// What there is to say of the files, and of aliases that can be no servers.
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /// As [#findings], with those of these servers; what is said of several is said once.
    public List<Finding> findings(List<Imported> chosen) {
        Map<List<Object>, Finding> all = new LinkedHashMap<>();
        Stream.concat(findings.stream(), chosen.stream().flatMap(it -> it.findings().stream()))
                .forEach(it -> all.putIfAbsent(List.of(it.spot(), it.words().toString()), it));
        return List.copyOf(all.values());
    }

    /// Those asked for, with the jump servers that they need.
    ///
    /// @throws BadInput when the file has no such name
    public List<Imported> withJumps(List<String> aliases) {
        Map<String, Imported> needed = new LinkedHashMap<>();
        for (String alias : aliases) {
            Imported server =
                    server(alias)
                            .orElseThrow(
                                    () ->
                                            new BadInput(
                                                    "input.config.no-alias",
                                                    "text",
                                                    alias,
                                                    "file",
                                                    config.file().toString()));
            need(server, needed);
        }
        return List.copyOf(needed.values());
    }

    private void need(Imported server, Map<String, Imported> needed) {
        if (needed.containsKey(server.alias())) {
            return;
        }
        needed.put(server.alias(), server);
        server.server().way().jumps().stream()
                .flatMap(jump -> server(jump).stream())
                .forEach(jump -> need(jump, needed));
    }

    private void look(String alias) {
        try {
            servers.put(alias, new Translation(config, config.resolve(alias)).translate());
        } catch (BadInput e) {
            findings.add(new Finding(config.spot(alias), Finding.Weight.LEFT_OUT, alias, e));
        }
    }
}
