package dev.portico.console;

/// Options that do not go together; the message key says which.
final class WrongUsage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsage(String key) {
        super(key);
    }

    String key() {
        return String.valueOf(getMessage());
    }
}
