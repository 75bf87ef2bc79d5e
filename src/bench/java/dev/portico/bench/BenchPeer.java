package dev.portico.bench;

/// The other ends of a measurement, each in a process of its own: `service` is what is shared,
/// `visitor` is who comes.
public final class BenchPeer {
    private BenchPeer() {}

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "service" -> PeerService.run();
            case "visitor" -> PeerVisitor.run();
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }
}
