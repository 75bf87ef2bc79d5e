package dev.portico.desktop.shares;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import java.util.List;
import java.util.Locale;

/// What one click can do about a problem.
enum Remedy {
    RETRY_NOW,
    TRY_AGAIN,
    USE_ANOTHER_PORT,
    EDIT_SERVER,
    COMPARE_KEYS;

    /// The likeliest first: trying again helps too once the server has been set right, and nobody
    /// has to wait for a port.
    static List<Remedy> of(Problem problem, boolean waiting) {
        Remedy once = ProblemWords.isPractice(problem) ? TRY_AGAIN : ofFailed(problem.code());
        if (waiting) {
            return once == USE_ANOTHER_PORT ? List.of(RETRY_NOW, once) : List.of(RETRY_NOW);
        }
        return once == TRY_AGAIN ? List.of(once) : List.of(once, TRY_AGAIN);
    }

    private static Remedy ofFailed(ProblemCode code) {
        return switch (code) {
            case PORT_TAKEN, PORT_STILL_HELD, PORT_FORBIDDEN, PORT_PRIVILEGED -> USE_ANOTHER_PORT;
            case AUTH_REFUSED, KEY_UNREADABLE, AGENT_ABSENT, SERVER_MISSING -> EDIT_SERVER;
            case KEY_EXPOSED, KEYRING_FAILED, SAVED_SECRET_REFUSED -> TRY_AGAIN;
            case NAME_UNKNOWN, NOT_SSH, SERVER_UNREACHABLE, CONNECT_TIMEOUT -> EDIT_SERVER;
            case ALGORITHMS_DISAGREE, JUMP_RING, NO_ROUTE -> EDIT_SERVER;
            case HOST_KEY_CHANGED -> COMPARE_KEYS;
            case HOST_KEY_UNKNOWN, HOST_KEY_REVOKED, HOST_KEY_UNCERTIFIED -> TRY_AGAIN;
            case HOST_KEYS_UNREADABLE, HOST_KEY_NOT_SAVED, PROXY_AUTH_REFUSED -> TRY_AGAIN;
            case PASSPHRASE_WRONG, FORWARDING_FORBIDDEN -> TRY_AGAIN;
            case NARROWER_THAN_ASKED, BLOCKED_ON_THE_WAY -> TRY_AGAIN;
            case WIDER_THAN_ASKED, NOT_PROVEN, LOCAL_DOWN, NETWORK_ABSENT -> TRY_AGAIN;
            case CONNECTION_LOST, SERVER_TOO_BUSY, JUMP_FAILED, PROXY_FAILED -> TRY_AGAIN;
            case SETTINGS_UNREADABLE, SETTINGS_NEWER, SETTINGS_NOT_SAVED -> TRY_AGAIN;
            case SETTINGS_EMPTY, SETTINGS_FORBIDDEN -> TRY_AGAIN;
            case SETUP_NOT_ROOT, SETUP_UNFIT, SETUP_FAILED, SETUP_UNPROVEN -> TRY_AGAIN;
            case KEY_NOT_SAVED -> TRY_AGAIN;
            case AUTOMATIC_PORT_FORBIDDEN,
                    PASSWORD_MISSING,
                    BIND_REFUSED,
                    DISPLAY_ABSENT,
                    INTERNAL ->
                    TRY_AGAIN;
        };
    }

    String key() {
        return "remedy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
