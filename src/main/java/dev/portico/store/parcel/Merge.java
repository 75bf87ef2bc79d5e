package dev.portico.store.parcel;

import dev.portico.share.BadInput;
import dev.portico.share.Route;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Way;
import dev.portico.store.Parcel;
import dev.portico.store.Settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The settings as they would be with what a file brings, and what becomes of each piece of it. All
/// of it goes in, or nothing.
///
/// @param settings ready to be saved
public record Merge(Settings settings, List<Arrival> arrivals) {
    private static final Placing.Traits<Server> SERVERS =
            new Placing.Traits<>(
                    Arrival.Kind.SERVER,
                    Server::name,
                    Server::withName,
                    Parcel::isSame,
                    Parcel::changes);
    private static final Placing.Traits<Share> SHARES =
            new Placing.Traits<>(
                    Arrival.Kind.SHARE,
                    Share::name,
                    Share::withName,
                    Parcel::isSame,
                    Parcel::changes);

    public Merge {
        arrivals = List.copyOf(arrivals);
    }

    /// @param replace whether what is saved under the same name gives way; else both are kept
    /// @throws BadInput when the pieces do not fit together here
    public static Merge of(Settings saved, Parcel parcel, boolean replace) {
        parcel.shares().forEach(share -> checkServers(share, saved, parcel));
        Merge servers = withServers(saved, parcel, replace);
        return servers.withShares(parcel, replace);
    }

    public boolean isNothingNew() {
        return arrivals.stream().noneMatch(Arrival::isSaved);
    }

    private static Merge withServers(Settings saved, Parcel parcel, boolean replace) {
        Placing<Server> placing =
                new Placing<>(SERVERS, saved.servers(), parcel.servers(), replace);
        Map<String, String> names = new HashMap<>();
        Map<String, Arrival> placed = new HashMap<>();
        for (Server server : nearestFirst(parcel)) {
            Arrival arrival = placing.place(over(server, names));
            names.put(arrival.name(), arrival.as());
            placed.put(arrival.name(), arrival);
        }
        List<Server> pieces = parcel.servers().stream().map(it -> over(it, names)).toList();
        List<Arrival> arrivals = pieces.stream().map(it -> placed.get(it.name())).toList();
        Settings merged =
                saved.withServers(
                        placing.merged(
                                saved.servers(),
                                pieces,
                                arrivals,
                                (there, piece) -> piece.withHostKeys(there.hostKeys())));
        Map<String, Server> all = new HashMap<>();
        merged.servers().forEach(server -> all.put(server.name(), server));
        merged.servers().forEach(it -> Route.check(it, name -> Optional.ofNullable(all.get(name))));
        return new Merge(merged, arrivals);
    }

    private Merge withShares(Parcel parcel, boolean replace) {
        Map<String, String> names = new HashMap<>();
        arrivals.forEach(arrival -> names.put(arrival.name(), arrival.as()));
        List<Share> pieces =
                parcel.shares().stream()
                        .map(share -> share.withServers(renamed(share.servers(), names)))
                        .toList();
        Placing<Share> placing = new Placing<>(SHARES, settings.shares(), pieces, replace);
        List<Arrival> placed = pieces.stream().map(placing::place).toList();
        List<Share> all =
                placing.merged(
                        settings.shares(),
                        pieces,
                        placed,
                        (there, piece) ->
                                piece.withLastPorts(there.lastPorts())
                                        .withBlocked(there.blocked()));
        List<Arrival> both = new ArrayList<>(arrivals);
        both.addAll(placed);
        return new Merge(settings.withShares(all), both);
    }

    /// What a server on the way is called here decides whether those behind it are the same.
    private static Set<Server> nearestFirst(Parcel parcel) {
        Map<String, Server> named = new HashMap<>();
        parcel.servers().forEach(server -> named.put(server.name(), server));
        Set<Server> ordered = new LinkedHashSet<>();
        Set<String> begun = new LinkedHashSet<>();
        parcel.servers().forEach(server -> add(server, named, begun, ordered));
        return ordered;
    }

    private static void add(
            Server server, Map<String, Server> named, Set<String> begun, Set<Server> ordered) {
        if (begun.add(server.name())) {
            for (String jump : server.way().jumps()) {
                if (named.containsKey(jump)) {
                    add(named.get(jump), named, begun, ordered);
                }
            }
            ordered.add(server);
        }
    }

    private static Server over(Server server, Map<String, String> names) {
        return server.withWay(new Way(renamed(server.way().jumps(), names), server.way().proxy()));
    }

    private static List<String> renamed(List<String> before, Map<String, String> names) {
        return before.stream().map(name -> names.getOrDefault(name, name)).toList();
    }

    private static void checkServers(Share share, Settings saved, Parcel parcel) {
        for (String name : share.servers()) {
            boolean known =
                    name.equals(Server.PRACTICE)
                            || saved.server(name).isPresent()
                            || parcel.servers().stream().anyMatch(s -> s.name().equals(name));
            if (!known && name.chars().noneMatch(c -> "@:.".indexOf(c) >= 0)) {
                throw new BadInput("input.parcel.no-server", "share", share.name(), "server", name);
            }
            if (!known) {
                Server.parse(name); // refuses what is no address
            }
        }
    }
}
