package dev.portico.link;

/// The server broke a rule of RFC 4254; the session cannot go on.
final class ProtocolBreach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProtocolBreach(String rule) {
        super("the server broke the SSH protocol: " + rule);
    }
}
