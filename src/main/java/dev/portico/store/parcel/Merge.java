package dev.portico.store.parcel;

import dev.portico.share.BadInput;
import dev.portico.share.Route;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Way;
import dev.portico.store.Parcel;
import dev.portico.store.Settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The settings as they would be with what a file brings, and what becomes of each piece of it. All
/// of it goes in, or nothing.
///
/// @param settings ready to be saved
public record Merge(Settings settings, List<Arrival> arrivals) {

    /// @param replace whether what is saved under the same name gives way; else both are kept
    /// @throws BadInput when the pieces do not fit together here
    public static Merge of(Settings saved, Parcel parcel, boolean replace) {
        parcel.shares().forEach(share -> checkServers(share, saved, parcel));
        Placing<Server> servers =
                new Placing<>(
                        Arrival.Kind.SERVER,
                        Server::name,
                        Server::withName,
                        Parcel::isSame,
                        Parcel::changes,
                        replace);
        Map<String, String> names = names(servers, saved, parcel);
        List<Server> arriving = over(parcel, names);
        List<Arrival> placed = servers.place(saved.servers(), arriving);
        Settings merged =
                saved.withServers(
                        servers.merged(
                                saved.servers(),
                                arriving,
                                placed,
                                (there, piece) -> piece.withHostKeys(there.hostKeys())));
        merged.servers().forEach(server -> Route.check(server, merged::server));
        return withShares(merged, parcel, names, placed, replace);
    }

    public boolean isNothingNew() {
        return arrivals.stream().noneMatch(Arrival::isSaved);
    }

    private static Merge withShares(
            Settings saved,
            Parcel parcel,
            Map<String, String> names,
            List<Arrival> servers,
            boolean replace) {
        Placing<Share> shares =
                new Placing<>(
                        Arrival.Kind.SHARE,
                        Share::name,
                        Share::withName,
                        Parcel::isSame,
                        Parcel::changes,
                        replace);
        List<Share> arriving =
                parcel.shares().stream()
                        .map(share -> share.withServers(renamed(share.servers(), names)))
                        .toList();
        List<Arrival> placed = shares.place(saved.shares(), arriving);
        List<Share> all =
                shares.merged(
                        saved.shares(),
                        arriving,
                        placed,
                        (there, piece) ->
                                piece.withLastPorts(there.lastPorts())
                                        .withBlocked(there.blocked()));
        return new Merge(
                saved.withShares(all), Stream.concat(servers.stream(), placed.stream()).toList());
    }

    /// What a server is called here may decide what those behind it are called: asked until no name
    /// changes any more.
    private static Map<String, String> names(
            Placing<Server> servers, Settings saved, Parcel parcel) {
        Map<String, String> names = Map.of();
        for (int i = 0; i <= parcel.servers().size(); i++) {
            Map<String, String> next = new HashMap<>();
            servers.place(saved.servers(), over(parcel, names))
                    .forEach(arrival -> next.put(arrival.name(), arrival.as()));
            if (next.equals(names)) {
                return names;
            }
            names = next;
        }
        return names;
    }

    private static List<Server> over(Parcel parcel, Map<String, String> names) {
        return parcel.servers().stream()
                .map(
                        server ->
                                server.withWay(
                                        new Way(
                                                renamed(server.way().jumps(), names),
                                                server.way().proxy())))
                .toList();
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
