package dev.portico.interop.export;

import dev.portico.share.Audience;
import dev.portico.share.BadInput;
import dev.portico.share.Ports;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.net.IDN;

/// Where a web server on the SSH server answers for a share, and what it passes visits on to.
///
/// @param name in ASCII
/// @param upstream of the share, as the server itself reaches it
public record PublicPlace(String name, String upstream) {

    public static PublicPlace of(Share share, Server server) {
        int port = checkedPort(share, server);
        String host =
                switch (share.audience()) {
                    case EVERYONE -> "127.0.0.1";
                    case ONLY_ON_SERVER -> loopback(share);
                    case ONE_ADDRESS -> Audience.checkedBind(share.bind());
                };
        return new PublicPlace(name(server, port), "http://" + Ports.join(host, port));
    }

    /// The port that is asked for, or else the last one that was given; 0 lets the server choose.
    static int knownPort(Share share, Server server) {
        return share.port() != 0 ? share.port() : share.lastPorts().getOrDefault(server.name(), 0);
    }

    static int checkedPort(Share share, Server server) {
        int port = knownPort(share, server);
        if (port == 0) {
            throw new BadInput("input.export.no-port", "name", share.name());
        }
        return port;
    }

    static String loopback(Share share) {
        return share.bind().equals("localhost") ? "127.0.0.1" : share.bind();
    }

    /// In ASCII, and nothing that could end a line of a web server.
    static String siteName(String text) {
        String name = ascii(text);
        if (!name.matches("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_])?")) {
            throw new BadInput("input.export.public-name", "text", text);
        }
        return name;
    }

    private static String name(Server server, int port) {
        String usual = server.publicAddress().orElse(server.host());
        return siteName(
                server.linkTemplate()
                        .map(template -> host(template.replace("{port}", String.valueOf(port))))
                        .orElse(usual));
    }

    private static String ascii(String text) {
        try {
            return IDN.toASCII(text);
        } catch (IllegalArgumentException _) {
            return ""; // which is no name either
        }
    }

    private static String host(String link) {
        return link.replaceFirst("^[A-Za-z]+://", "")
                .replaceFirst("[/?#].*", "")
                .replaceFirst("^.*@", "")
                .replaceFirst(":\\d+$", "");
    }
}
