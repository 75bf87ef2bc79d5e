package dev.portico.link;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT).
///
/// @param encodedKey in Base64, known to be such
record KnownHost(String marker, String hosts, String encodedKey, String comment) {
    static final String PLAIN = "";
    static final String AUTHORITY = "@cert-authority";
    static final String REVOKED = "@revoked";
    private static final String FIRST_SEEN = "first seen ";
    private static final Pattern SEEN = Pattern.compile(FIRST_SEEN + "(\\d{4}-\\d{2}-\\d{2})");

    /// @return null for what says nothing of any host
    static @Nullable KnownHost parse(String line) {
        String trimmed = line.strip();
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return null;
        }
        boolean marked = trimmed.startsWith("@");
        String[] parts = trimmed.split("[ \t]+", marked ? 5 : 4);
        int at = marked ? 1 : 0;
        if (parts.length < at + 3) {
            return null;
        }
        KnownHost parsed =
                new KnownHost(
                        marked ? parts[0].toLowerCase(Locale.ROOT) : PLAIN,
                        parts[at],
                        parts[at + 2],
                        parts.length > at + 3 ? parts[at + 3] : "");
        return parsed.hasKey() ? parsed : null;
    }

    /// The comment that keeps the day on which a key was first trusted.
    static String seen(String day) {
        return FIRST_SEEN + day;
    }

    Optional<String> firstSeen() {
        Matcher seen = SEEN.matcher(comment);
        return seen.find() ? Optional.of(seen.group(1)) : Optional.empty();
    }

    /// @param name `host`, or `[host]:port` where the port is not 22
    boolean isOf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isHashed()) {
            return isHashOf(lower);
        }
        boolean named = false;
        for (String pattern : hosts.toLowerCase(Locale.ROOT).split(",", -1)) {
            boolean negated = pattern.startsWith("!");
            if (fits(negated ? pattern.substring(1) : pattern, lower)) {
                if (negated) {
                    return false;
                }
                named = true;
            }
        }
        return named;
    }

    /// Whether the line names the host without its port, and does not rule out the place with it.
    boolean isAlsoOf(String host, String place) {
        return isOf(host) && (marker.equals(REVOKED) || !rulesOut(place.toLowerCase(Locale.ROOT)));
    }

    private boolean rulesOut(String place) {
        return Stream.of(hosts.toLowerCase(Locale.ROOT).split(",", -1))
                .anyMatch(h -> h.startsWith("!") && fits(h.substring(1), place));
    }

    byte[] key() {
        return Base64.getDecoder().decode(encodedKey);
    }

    boolean isFor(byte[] shown) {
        return Arrays.equals(key(), shown);
    }

    /// Whether the field for it holds one, with its type in front.
    private boolean hasKey() {
        try {
            return !KnownHostsFile.type(key()).isEmpty();
        } catch (IllegalArgumentException | ProtocolBreach _) {
            return false;
        }
    }

    /// The hosts of the line without this one, where they name it as it is; patterns stay.
    String hostsWithout(String name) {
        if (isHashed()) {
            return isHashOf(name.toLowerCase(Locale.ROOT)) ? "" : hosts;
        }
        List<String> others =
                Stream.of(hosts.split(",", -1)).filter(h -> !h.equalsIgnoreCase(name)).toList();
        return String.join(",", others);
    }

    private boolean isHashed() {
        return hosts.startsWith("|1|");
    }

    private boolean isHashOf(String name) {
        String[] parts = hosts.split("\\|", -1);
        if (parts.length != 4) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1"); // the format knows no other
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[2]), "HmacSHA1"));
            byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
            return Arrays.equals(hash, Base64.getDecoder().decode(parts[3]));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /// `*` stands for any text, `?` for one character.
    private static boolean fits(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int after = 0;
        while (n < name.length()) {
            if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                after = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++after;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
