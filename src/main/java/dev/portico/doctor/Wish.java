package dev.portico.doctor;

import dev.portico.share.Audience;
import dev.portico.share.PortRange;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the server is held against: a share, or what the profile says of new ones.
///
/// @param isShare whether there is a local service to look at
record Wish(Server server, Share share, boolean isShare) {
    private static final Target NOWHERE = new Target.Tcp("localhost", 9);
    private static final int MOST_TRIED = 8;

    static Wish of(Server server) {
        String bind = server.bind().orElse("localhost");
        return new Wish(server, new Share(server.name(), NOWHERE, server.name(), 0, bind), false);
    }

    static Wish of(Server server, Share share) {
        return new Wish(server, share, true);
    }

    Audience audience() {
        return share.audience();
    }

    /// As it goes over the wire (RFC 4254, section 7.1).
    String bind() {
        return share.bind().equals("*") ? "" : share.bind();
    }

    /// Whether the server is to choose among all its ports.
    boolean isAutomatic() {
        return share.port() == 0 && server.ports().isEmpty();
    }

    /// The ports that are meant; some of them, where they are many.
    List<Integer> ports() {
        if (share.port() > 0) {
            return List.of(share.port());
        }
        return server.ports().stream().flatMap(Wish::some).toList();
    }

    private static Stream<Integer> some(PortRange range) {
        int tried = Math.min(MOST_TRIED, range.size());
        return IntStream.range(0, tried)
                .map(i -> tried == 1 ? 0 : (int) ((long) i * (range.size() - 1) / (tried - 1)))
                .mapToObj(range::port);
    }

    String portText() {
        return share.port() > 0
                ? String.valueOf(share.port())
                : server.ports().map(PortRange::text).orElse("0");
    }
}
