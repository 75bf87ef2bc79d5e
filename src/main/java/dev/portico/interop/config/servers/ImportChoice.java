package dev.portico.interop.config.servers;

import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.Share;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What of a file is to be saved.
///
/// @param linked whether the servers follow the file from now on; else they no longer do
/// @param withShares whether their `RemoteForward` lines are saved too
public record ImportChoice(Path file, List<Imported> chosen, boolean linked, boolean withShares) {
    public ImportChoice {
        chosen = List.copyOf(chosen);
    }

    /// A saved server of the same name is changed in what the file speaks of.
    public List<Server> servers(List<Server> saved) {
        List<Server> servers = new ArrayList<>(saved);
        for (Imported imported : chosen) {
            int place = servers.stream().map(Server::name).toList().indexOf(imported.alias());
            if (place < 0) {
                servers.add(imported.server());
            } else {
                servers.set(place, imported.on(servers.get(place), Set.of()));
            }
        }
        return List.copyOf(servers);
    }

    public List<ServerLink> links(List<ServerLink> links) {
        List<String> names = chosen.stream().map(Imported::alias).toList();
        Stream<ServerLink> others = links.stream().filter(it -> !names.contains(it.server()));
        Stream<ServerLink> own =
                linked
                        ? chosen.stream().map(it -> Following.link(it.alias(), it, file))
                        : Stream.of();
        return Stream.concat(others, own).toList();
    }

    /// One that is there under any name is not saved again.
    public List<Share> shares(List<Share> saved) {
        List<Share> shares = new ArrayList<>(saved);
        if (withShares) {
            for (Imported imported : chosen) {
                imported.shares().stream()
                        .filter(share -> same(share, shares).isEmpty())
                        .forEach(share -> shares.add(named(share, shares)));
            }
        }
        return List.copyOf(shares);
    }

    /// The saved share that does the same.
    public static Optional<Share> same(Share share, List<Share> saved) {
        return saved.stream()
                .filter(
                        it ->
                                it.servers().equals(share.servers())
                                        && it.target().equals(share.target())
                                        && it.port() == share.port()
                                        && it.bind().equals(share.bind()))
                .findFirst();
    }

    private static Share named(Share share, List<Share> shares) {
        List<String> taken = shares.stream().map(Share::name).toList();
        String name = share.name();
        for (int i = 2; taken.contains(name); i++) {
            name = share.name() + "-" + i;
        }
        return share.withName(name);
    }
}
