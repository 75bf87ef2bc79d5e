package dev.portico.share;

import java.util.Locale;

/// Every failure that a user can meet. Codes are a contract with scripts: add, never rename.
public enum ProblemCode {
    SERVER_UNREACHABLE(true),
    NO_ROUTE(true),
    NAME_UNKNOWN(true),
    CONNECT_TIMEOUT(true),
    NOT_SSH(true),
    CONNECTION_LOST(true),
    HOST_KEY_UNKNOWN(false),
    HOST_KEY_CHANGED(false),
    HOST_KEY_REVOKED(false),
    HOST_KEY_UNCERTIFIED(false),
    HOST_KEYS_UNREADABLE(false),
    HOST_KEY_NOT_SAVED(false),
    ALGORITHMS_DISAGREE(false),
    AUTH_REFUSED(false),
    PASSWORD_MISSING(false),
    KEY_UNREADABLE(false),
    KEY_EXPOSED(false),
    PASSPHRASE_WRONG(false),
    AGENT_ABSENT(false),
    KEYRING_FAILED(false),
    SAVED_SECRET_REFUSED(false),
    FORWARDING_FORBIDDEN(false),
    PORT_FORBIDDEN(false),
    AUTOMATIC_PORT_FORBIDDEN(false),
    PORT_TAKEN(true),
    PORT_STILL_HELD(true),
    PORT_PRIVILEGED(false),
    BIND_REFUSED(false),
    WIDER_THAN_ASKED(false),
    NARROWER_THAN_ASKED(true),
    BLOCKED_ON_THE_WAY(true),
    NOT_PROVEN(true),
    LOCAL_DOWN(true),
    NETWORK_ABSENT(true),
    SERVER_TOO_BUSY(true),
    JUMP_FAILED(true),
    JUMP_RING(false),
    PROXY_FAILED(true),
    PROXY_AUTH_REFUSED(false),
    SETUP_NOT_ROOT(false),
    SETUP_UNFIT(false),
    SETUP_FAILED(false),
    SETUP_UNPROVEN(false),
    KEY_NOT_SAVED(false),
    SERVER_MISSING(false),
    SETTINGS_UNREADABLE(false),
    SETTINGS_EMPTY(false),
    SETTINGS_FORBIDDEN(false),
    SETTINGS_NEWER(false),
    SETTINGS_NOT_SAVED(true),
    DISPLAY_ABSENT(false),
    INTERNAL(false);

    private final boolean curesItself;

    ProblemCode(boolean curesItself) {
        this.curesItself = curesItself;
    }

    /// Whether waiting and trying again may help.
    public boolean curesItself() {
        return curesItself;
    }

    /// Whether a computer without a network would say the same.
    boolean mayBeTheNetwork() {
        return switch (this) {
            case SERVER_UNREACHABLE, NO_ROUTE, NAME_UNKNOWN, CONNECT_TIMEOUT -> true;
            case JUMP_FAILED, PROXY_FAILED -> true;
            default -> false;
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
