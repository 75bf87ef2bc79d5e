package dev.portico.interop.export;

import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.Ports;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What nginx in front of several servers needs to spread visits over shares of one service, and to
/// pass a visit on where one of them fails.
///
/// A request that may change something goes to a second share only if the first one never got it:
/// `non_idempotent` would let one order be placed twice.
public final class NginxUpstream {
    private static final String RETRIES =
            """
                    proxy_connect_timeout 2s;
                    proxy_next_upstream error timeout http_502 http_503 http_504;
            """;

    private final List<Share> shares;
    private final Function<Share, Server> servers;

    private NginxUpstream(List<Share> shares, Function<Share, Server> servers) {
        this.shares = shares;
        this.servers = servers;
    }

    /// @param servers the one of a share
    /// @param site the name that nginx answers to by https; empty for any name, by http
    public static String of(
            List<Share> shares,
            Function<Share, Server> servers,
            Optional<String> site,
            boolean basicAuth) {
        String name = name(shares.getFirst());
        Set<String> members = new NginxUpstream(shares, servers).members();
        String lines =
                members.stream()
                        .map(it -> "    server " + it + " max_fails=1 fail_timeout=5s;\n")
                        .collect(Collectors.joining());
        return """
        upstream %s {
            zone %s 64k;
        %s}

        server {
        %s
        %s}
        """
                .formatted(
                        name,
                        name,
                        lines,
                        site.map(PublicPlace::siteName).map(NginxSite::https).orElse(HTTP),
                        NginxSite.location("http://" + name, basicAuth, RETRIES));
    }

    private static final String HTTP =
            """
                listen 80 default_server;
                listen [::]:80 default_server;
            """;

    private Set<String> members() {
        Set<String> members = new LinkedHashSet<>();
        refuseDifferentServices();
        for (Share share : shares) {
            Server server = servers.apply(share);
            members.add(Ports.join(host(share, server), port(share, server)));
        }
        return members;
    }

    /// One server that shares two services is no choice between them.
    private void refuseDifferentServices() {
        for (Share share : shares) {
            for (Share other : shares) {
                boolean sameServer = servers.apply(share).equals(servers.apply(other));
                if (sameServer && !share.target().equals(other.target())) {
                    throw new BadInput(
                            "input.export.different-services",
                            "name",
                            share.name(),
                            "other",
                            other.name());
                }
            }
        }
    }

    private static int port(Share share, Server server) {
        return PublicPlace.checkedPort(share, server);
    }

    /// As a computer in front reaches it, which may be the server itself if there is but one.
    private String host(Share share, Server server) {
        return switch (share.audience()) {
            case EVERYONE -> literalOrName(server.publicAddress().orElse(server.host()));
            case ONE_ADDRESS -> Audience.checkedBind(share.bind());
            case ONLY_ON_SERVER -> {
                boolean alone =
                        shares.stream()
                                .map(other -> servers.apply(other).host())
                                .allMatch(server.host()::equals);
                if (!alone) {
                    throw new BadInput(
                            "input.export.not-from-outside",
                            "name",
                            share.name(),
                            "server",
                            server.name());
                }
                yield PublicPlace.loopback(share);
            }
        };
    }

    private static String literalOrName(String host) {
        return host.indexOf(':') >= 0 ? Audience.checkedBind(host) : PublicPlace.siteName(host);
    }

    private static String name(Share share) {
        String word = share.name().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        return word.isEmpty() ? "portico" : "portico_" + word;
    }
}
