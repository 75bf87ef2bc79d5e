package dev.portico.share;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// Who a share is meant for, read from its bind address (RFC 4254, section 7.1).
public enum Audience {
    ONLY_ON_SERVER,
    EVERYONE,
    ONE_ADDRESS;

    private static final Pattern FOUR_NUMBERS = Pattern.compile("[0-9]+([.][0-9]+){3}");
    private static final Pattern ZONE = Pattern.compile("%[A-Za-z0-9._-]+$");

    /// Reads a bind address that a user wrote. A name is refused: only the server could tell which
    /// address that is there.
    public static String checkedBind(String text) {
        String bind = bare(text.strip());
        boolean word = bind.isEmpty() || bind.equals("*") || bind.equals("localhost");
        if (!word && !isLiteral(bind)) {
            throw new BadInput("input.bind.wrong", "text", text);
        }
        return bind;
    }

    private static String bare(String text) {
        return text.startsWith("[") && text.endsWith("]") && text.indexOf(':') > 0
                ? text.substring(1, text.length() - 1)
                : text;
    }

    static boolean isLiteral(String bind) {
        if (bind.indexOf(':') < 0 && !FOUR_NUMBERS.matcher(bind).matches()) {
            return false;
        }
        try {
            // the zone names an interface of the server, not of this computer
            InetAddress.ofLiteral(ZONE.matcher(bind).replaceFirst(""));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    public static Audience of(String bind) {
        return switch (bind) {
            case "", "*", "0.0.0.0", "::" -> EVERYONE;
            case "localhost", "::1" -> ONLY_ON_SERVER;
            default -> bind.startsWith("127.") ? ONLY_ON_SERVER : ONE_ADDRESS;
        };
    }
}
