package dev.portico.interop.export;

import dev.portico.interop.ShellWords;
import dev.portico.share.BadInput;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The text of some shares in any form.
///
/// @param shares at least one
/// @param saved finds a saved server by its name
/// @param file the shares and their servers as a file of Portico
public record Export(
        List<Share> shares,
        Function<String, Optional<Server>> saved,
        Wishes wishes,
        Function<List<Share>, String> file) {
    private static final String SSH = "/usr/bin/ssh";

    /// @param program of Portico, when units are to run that and not ssh
    /// @param basicAuth whether visitors are asked for a password
    /// @param site the name that a web server in front of several servers answers to
    public record Wishes(Optional<String> program, boolean basicAuth, Optional<String> site) {
        public static final Wishes NONE = new Wishes(Optional.empty(), false, Optional.empty());
    }

    /// @throws BadInput where the form cannot hold what is to be said
    /// @throws ProblemException when the way to a server leads in a ring
    public String text(ExportForm form) throws ProblemException {
        if (form.isUnit() && shares.size() > 1) {
            throw new BadInput("input.export.one");
        }
        return switch (form) {
            case SSH -> each(share -> line(ssh(share)), "");
            case AUTOSSH -> each(share -> line(autossh(share)), "");
            case SSH_CONFIG -> SshConfigBlock.of(shares, this::server, saved);
            case SYSTEMD -> each(share -> SystemdUnit.of(share.name(), kept(share)), "");
            case LAUNCHD -> each(share -> LaunchdPlist.of(share.name(), kept(share)), "");
            case NGINX ->
                    NginxSite.start()
                            + "\n"
                            + places(place -> NginxSite.of(place, wishes.basicAuth()));
            case NGINX_UPSTREAM -> NginxSite.start() + "\n" + upstream();
            case CADDY -> places(place -> CaddySite.of(place, wishes.basicAuth()));
            case PORTICO -> file.apply(shares);
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

    private String upstream() {
        return NginxUpstream.of(shares, this::server, wishes.site(), wishes.basicAuth());
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
