package dev.portico.interop.sshd;

import dev.portico.share.BadInput;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The line of an authorized_keys file (sshd(8)) by which a key shares the ports of an account.
///
/// `permitopen` names the ports themselves: without it the key would reach any service of the
/// server's network, and with less Portico could not visit its own listeners.
public final class AuthorizedKeyLine {
    private static final Pattern KEY =
            Pattern.compile(
                    "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)"
                            + "|sk-ssh-ed25519@openssh\\.com|sk-ecdsa-sha2-nistp256@openssh\\.com)"
                            + " ([A-Za-z0-9+/]+={0,2})(?: ([^\\p{Cntrl}\"\\\\\u2028\u2029]*))?");
    private static final String ALONE = "restrict,port-forwarding";
    private static final String NO_SHELL = "command=\"/bin/false\"";

    private AuthorizedKeyLine() {}

    /// @param publicKey as it stands in a `.pub` file
    /// @return without the end of the line
    public static String of(TunnelAccount account, String publicKey) {
        return options(account) + " " + checkedKey(publicKey);
    }

    /// Refuses what is not one public key.
    public static String checkedKey(String publicKey) {
        String key = publicKey.strip();
        if (key.contains("PRIVATE KEY")) {
            throw new BadInput("input.tunnel.private-key");
        }
        Matcher matcher = KEY.matcher(key);
        if (!matcher.matches() || !names(matcher.group(2), matcher.group(1))) {
            throw new BadInput("input.tunnel.key");
        }
        return key;
    }

    private static String options(TunnelAccount account) {
        String host = account.everyone() ? "" : "localhost:";
        return account.ports().stream()
                .map(
                        port ->
                                "permitlisten=\"%1$s%2$d\",permitopen=\"127.0.0.1:%2$d\""
                                        .formatted(host, port))
                .collect(Collectors.joining(",", ALONE + ",", "," + NO_SHELL));
    }

    /// The bytes of a key begin with its type (RFC 4253, section 6.6).
    private static boolean names(String base64, String type) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length > 4 + name.length
                    && Arrays.equals(bytes, 0, 4, new byte[] {0, 0, 0, (byte) name.length}, 0, 4)
                    && Arrays.equals(bytes, 4, 4 + name.length, name, 0, name.length);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
