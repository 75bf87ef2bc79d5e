package dev.portico.desktop.shares;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import java.util.Locale;

/// What one click can do about a problem.
enum Remedy {
    RETRY_NOW,
    TRY_AGAIN,
    USE_ANOTHER_PORT,
    EDIT_SERVER,
    COMPARE_KEYS;

    static Remedy of(Problem problem, boolean waiting) {
        if (waiting) {
            return RETRY_NOW;
        }
        return ProblemWords.isPractice(problem) ? TRY_AGAIN : ofFailed(problem.code());
    }

    private static Remedy ofFailed(ProblemCode code) {
        return switch (code) {
            case PORT_TAKEN, PORT_FORBIDDEN, PORT_PRIVILEGED -> USE_ANOTHER_PORT;
            case AUTH_REFUSED, KEY_UNREADABLE, AGENT_ABSENT, SERVER_MISSING -> EDIT_SERVER;
            case NAME_UNKNOWN, NOT_SSH, SERVER_UNREACHABLE, CONNECT_TIMEOUT -> EDIT_SERVER;
            case ALGORITHMS_DISAGREE, JUMP_RING, NO_ROUTE -> EDIT_SERVER;
            case HOST_KEY_CHANGED -> COMPARE_KEYS;
            case HOST_KEY_UNKNOWN, HOST_KEY_REVOKED, HOST_KEY_UNCERTIFIED -> TRY_AGAIN;
            case HOST_KEYS_UNREADABLE, PROXY_AUTH_REFUSED -> TRY_AGAIN;
            case PASSPHRASE_WRONG, FORWARDING_FORBIDDEN -> TRY_AGAIN;
            case WIDER_THAN_ASKED, NOT_PROVEN, LOCAL_DOWN, NETWORK_ABSENT -> TRY_AGAIN;
            case CONNECTION_LOST, SERVER_TOO_BUSY, JUMP_FAILED, PROXY_FAILED -> TRY_AGAIN;
            case SETTINGS_UNREADABLE, SETTINGS_NEWER, SETTINGS_NOT_SAVED -> TRY_AGAIN;
            case SETTINGS_EMPTY, SETTINGS_FORBIDDEN -> TRY_AGAIN;
            case AUTOMATIC_PORT_FORBIDDEN,
                    PASSWORD_MISSING,
                    BIND_REFUSED,
                    DISPLAY_ABSENT,
                    INTERNAL ->
                    TRY_AGAIN;
        };
    }

    /// Whether trying again helps too, once the server has been set right.
    boolean leavesTryingAgain() {
        return this == EDIT_SERVER || this == USE_ANOTHER_PORT;
    }

    String key() {
        return "remedy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
