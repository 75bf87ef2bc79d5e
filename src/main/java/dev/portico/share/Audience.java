package dev.portico.share;

/// Who a share is meant for, read from its bind address (RFC 4254, section 7.1).
public enum Audience {
    ONLY_ON_SERVER,
    EVERYONE,
    ONE_ADDRESS;

    public static Audience of(String bind) {
        return switch (bind) {
            case "", "*", "0.0.0.0", "::" -> EVERYONE;
            case "localhost", "::1" -> ONLY_ON_SERVER;
            default -> bind.startsWith("127.") ? ONLY_ON_SERVER : ONE_ADDRESS;
        };
    }
}
