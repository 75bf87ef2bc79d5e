package dev.portico.desktop.shares;

import dev.portico.share.Problem;

import java.util.Locale;

/// What one click can do about a problem.
enum Remedy {
    RETRY_NOW,
    TRY_AGAIN,
    USE_ANOTHER_PORT,
    EDIT_SERVER;

    static Remedy of(Problem problem, boolean waiting) {
        return switch (problem.code()) {
            case PORT_TAKEN, PORT_FORBIDDEN, PORT_PRIVILEGED ->
                    waiting ? RETRY_NOW : USE_ANOTHER_PORT;
            case AUTH_REFUSED,
                    KEY_UNREADABLE,
                    AGENT_ABSENT,
                    NAME_UNKNOWN,
                    NOT_SSH,
                    SERVER_MISSING,
                    SERVER_UNREACHABLE,
                    CONNECT_TIMEOUT ->
                    waiting ? RETRY_NOW : EDIT_SERVER;
            case HOST_KEY_UNKNOWN,
                    HOST_KEY_CHANGED,
                    HOST_KEY_REVOKED,
                    ALGORITHMS_DISAGREE,
                    PASSPHRASE_WRONG,
                    FORWARDING_FORBIDDEN,
                    WIDER_THAN_ASKED,
                    SETTINGS_UNREADABLE,
                    SETTINGS_NEWER,
                    SETTINGS_NOT_SAVED,
                    DISPLAY_ABSENT,
                    INTERNAL ->
                    TRY_AGAIN;
            case CONNECTION_LOST,
                    NOT_PROVEN,
                    LOCAL_DOWN,
                    NETWORK_ABSENT,
                    SERVER_TOO_BUSY,
                    JUMP_FAILED,
                    PROXY_FAILED ->
                    waiting ? RETRY_NOW : TRY_AGAIN;
        };
    }

    String key() {
        return "remedy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
