package dev.portico.interop.export;

import dev.portico.interop.ShellWords;
import dev.portico.share.BadInput;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The text of some shares, or of servers by themselves, in any form.
///
/// @param servers those that were named and have no shares
/// @param saved finds a saved server by its name
/// @param alias of every saved share
/// @param file the same as a file of Portico
public record Export(
        List<Share> shares,
        List<Server> servers,
        Function<String, Optional<Server>> saved,
        Alias alias,
        Wishes wishes,
        Function<Export, String> file) {
    private static final String SSH = "/usr/bin/ssh";

    /// @param program of Portico, when units are to run that and not ssh
    /// @param basicAuth whether visitors are asked for a password
    /// @param site the name that a web server in front of several servers answers to
    /// @param publicKey the one that signs in to a server, as it stands in its file
    public record Wishes(
            Optional<String> program,
            boolean basicAuth,
            Optional<String> site,
            Function<Server, String> publicKey) {}

    /// @throws BadInput where the form cannot hold what is to be said
    /// @throws ProblemException when the way to a server leads in a ring
    public String text(ExportForm form) throws ProblemException {
        if (!form.isOfServers() && !servers.isEmpty()) {
            throw new BadInput("input.export.no-shares", "name", servers.getFirst().name());
        }
        if (form.isUnit() && shares.size() > 1) {
            throw new BadInput("input.export.one");
        }
        return switch (form) {
            case SSH -> each(share -> line(ssh(share)), "");
            case AUTOSSH -> each(share -> line(autossh(share)), "");
            case SSH_CONFIG -> each(this::hostBlock, "\n");
            case SYSTEMD -> each(share -> SystemdUnit.of(share.name(), kept(share)), "");
            case LAUNCHD -> each(s -> LaunchdPlist.of(alias.of(s.name()), kept(s)), "");
            case NGINX -> nginx(places(it -> NginxSite.of(it, wishes.basicAuth())));
            case NGINX_UPSTREAM -> nginx(upstream());
            case CADDY -> places(it -> CaddySite.of(it, wishes.basicAuth()));
            case AUTHORIZED_KEYS ->
                    lines(it -> it.authorizedKeys(wishes.publicKey().apply(it.server())));
            case SSHD_CONFIG -> lines(ServerLines::sshdConfig);
            case PORTICO -> file.apply(this);
        };
    }

    /// The first of its servers.
    private Server server(Share share) {
        String name = share.server();
        if (name.equals(Server.PRACTICE)) {
            throw new BadInput("input.export.practice", "name", share.name());
        }
        if (name.isEmpty()) {
            throw new BadInput("input.export.no-server", "name", share.name());
        }
        return saved.apply(name).orElseGet(() -> Server.parse(name));
    }

    @FunctionalInterface
    private interface Writing {
        String of(Share share) throws ProblemException;
    }

    private String each(Writing writing, String between) throws ProblemException {
        List<String> parts = new ArrayList<>();
        for (Share share : shares) {
            parts.add(writing.of(share));
        }
        return String.join(between, parts);
    }

    /// Of two sites with one name only the first would ever be seen.
    private String places(Function<PublicPlace, String> writing) {
        Set<String> taken = new HashSet<>();
        List<PublicPlace> places =
                shares.stream().map(share -> PublicPlace.of(share, server(share))).toList();
        for (PublicPlace place : places) {
            if (!taken.add(place.name())) {
                throw new BadInput("input.export.same-place", "place", place.name());
            }
        }
        return places.stream().map(writing).collect(Collectors.joining("\n"));
    }

    private String lines(Function<ServerLines, String> writing) {
        Set<Server> all = new LinkedHashSet<>();
        shares.forEach(share -> all.add(server(share)));
        all.addAll(servers);
        return all.stream()
                .map(server -> new ServerLines(server, through(server)))
                .map(writing)
                .collect(Collectors.joining("\n"));
    }

    private List<Share> through(Server server) {
        return shares.stream().filter(share -> server(share).equals(server)).toList();
    }

    private static String nginx(String site) {
        return NginxSite.start() + "\n" + site;
    }

    private String upstream() {
        return NginxUpstream.of(shares, this::server, wishes.site(), wishes.basicAuth());
    }

    private String hostBlock(Share share) throws ProblemException {
        return SshConfigBlock.of(alias.of(share.name()), share, server(share), saved);
    }

    private List<String> ssh(Share share) throws ProblemException {
        return ExportedCommand.ssh(share, server(share), saved);
    }

    private List<String> autossh(Share share) throws ProblemException {
        return ExportedCommand.autossh(share, server(share), saved);
    }

    private static String line(List<String> words) {
        return ShellWords.line(words) + "\n";
    }

    /// The command of a unit, by the path where a program is that every system has.
    private List<String> kept(Share share) throws ProblemException {
        if (wishes.program().isPresent()) {
            return ExportedCommand.portico(wishes.program().get(), share, server(share));
        }
        List<String> words = new ArrayList<>(ssh(share));
        words.set(0, SSH);
        return words;
    }
}
