package dev.portico.share;

/// One listener that the server granted.
///
/// @param bind the address asked for, as it went over the wire
/// @param port the port that the server allocated
/// @param address where visitors connect, `host:port`
/// @param link what visitors open: a URL when the target may speak HTTP, else the address
public record Forward(String bind, int port, String address, String link) {

    public static Forward of(Server server, Share share, int port) {
        boolean inside = share.audience() == Audience.ONLY_ON_SERVER;
        String host =
                inside ? insideHost(share.bind()) : server.publicAddress().orElse(server.host());
        String address = Ports.join(host, port);
        String link =
                server.linkTemplate()
                        .filter(_ -> !inside)
                        .map(template -> template.replace("{port}", String.valueOf(port)))
                        .orElse("http://" + address);
        return new Forward(share.bind(), port, address, link);
    }

    private static String insideHost(String bind) {
        return bind.equals("localhost") ? "127.0.0.1" : bind;
    }
}
