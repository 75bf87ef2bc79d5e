package dev.portico.share;

import java.net.URI;
import java.net.URISyntaxException;

/// One listener that the server granted.
///
/// @param bind the address asked for, as it went over the wire
/// @param port the port that the server allocated
/// @param address where visitors connect, `host:port`
/// @param link what visitors open: a URL when the target may speak HTTP, else the address
public record Forward(String bind, int port, String address, String link) {
    private static final String PORT = "{port}";

    /// Reads what a link shall look like, as a user wrote it: a web address with `{port}` in it.
    public static String checkedTemplate(String text) {
        String template = text.strip();
        try {
            URI link = new URI(template.replace(PORT, "1"));
            boolean web = "http".equals(link.getScheme()) || "https".equals(link.getScheme());
            if (web && link.getHost() != null && template.contains(PORT)) {
                return template;
            }
        } catch (URISyntaxException _) {
            // said below
        }
        throw new BadInput("input.link-template.wrong", "text", text);
    }

    public static Forward of(Server server, Share share, int port) {
        boolean inside = share.audience() == Audience.ONLY_ON_SERVER;
        String host =
                switch (share.audience()) {
                    case ONLY_ON_SERVER -> insideHost(share.bind());
                    case ONE_ADDRESS -> server.publicAddress().orElse(share.bind());
                    case EVERYONE -> server.publicAddress().orElse(server.host());
                };
        String address = Ports.join(host, port);
        String link =
                server.linkTemplate()
                        .filter(_ -> !inside)
                        .map(template -> template.replace(PORT, String.valueOf(port)))
                        .orElse("http://" + address);
        return new Forward(share.bind(), port, address, link);
    }

    /// The same listener where it was found; a link of the user's own making leads there by itself.
    public Forward at(String host) {
        String there = Ports.join(host, port);
        return new Forward(
                bind, port, there, link.equals("http://" + address) ? "http://" + there : link);
    }

    /// Whether it is opened on the machine itself.
    public boolean isInside() {
        return Audience.of(Ports.split(address).host()) == Audience.ONLY_ON_SERVER;
    }

    private static String insideHost(String bind) {
        return bind.equals("localhost") ? "127.0.0.1" : bind;
    }
}
