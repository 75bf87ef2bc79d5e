package dev.portico.link;

import com.jcraft.jsch.JSch;

import dev.portico.share.Server;

import java.util.Map;
import java.util.TreeMap;

/// What Portico offers a server when keys are exchanged.
///
/// AES-GCM first, for which processors have instructions; post-quantum key exchange first; no
/// SHA-1, no CBC, no compression. What is no longer safe is offered last, and only to a server
/// whose profile says so.
final class Terms {
    private static final String CHACHA = "chacha20-poly1305@openssh.com";
    private static final String CIPHERS =
            "aes128-gcm@openssh.com,aes256-gcm@openssh.com,"
                    + CHACHA
                    + ",aes128-ctr,aes192-ctr,aes256-ctr";
    private static final String MACS =
            "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,hmac-sha2-256,hmac-sha2-512";
    private static final String KEX =
            "mlkem768x25519-sha256,curve25519-sha256,curve25519-sha256@libssh.org,"
                    + "ecdh-sha2-nistp256,ecdh-sha2-nistp384,ecdh-sha2-nistp521,"
                    + "diffie-hellman-group-exchange-sha256,diffie-hellman-group16-sha512,"
                    + "diffie-hellman-group18-sha512,diffie-hellman-group14-sha256";
    private static final String OLD_CIPHERS = ",aes256-cbc,aes192-cbc,aes128-cbc,3des-cbc";
    private static final String OLD_MACS = ",hmac-sha1-etm@openssh.com,hmac-sha1";
    private static final String OLD_KEX =
            ",diffie-hellman-group14-sha1,diffie-hellman-group-exchange-sha1,"
                    + "diffie-hellman-group1-sha1";
    private static final String OLD_KEYS = ",ssh-rsa";

    private Terms() {}

    /// As JSch reads them.
    static Map<String, String> with(Server server, HostKeyCheck hostKey) {
        boolean old = server.legacy();
        Map<String, String> terms = new TreeMap<>();
        terms.put("StrictHostKeyChecking", "yes");
        terms.put("enable_strict_kex", "yes");
        terms.put("host_certificate_to_key_fallback", "no");
        terms.put("prefer_known_host_key_types", "no"); // the list is in order already
        terms.put("random", FetchedRandom.class.getName());
        terms.put(CHACHA, ChaChaPoly.class.getName());
        terms.put("MaxAuthTries", "6");
        terms.put("kex", KEX + (old ? OLD_KEX : ""));
        terms.put("server_host_key", hostKey.types() + (old ? OLD_KEYS : ""));
        terms.put(
                "PubkeyAcceptedAlgorithms",
                JSch.getConfig("PubkeyAcceptedAlgorithms") + (old ? OLD_KEYS : ""));
        if (old) {
            terms.put("dhgex_min", "1024");
        }
        for (String way : new String[] {".c2s", ".s2c"}) {
            terms.put("compression" + way, "none");
            terms.put("cipher" + way, CIPHERS + (old ? OLD_CIPHERS : ""));
            terms.put("mac" + way, MACS + (old ? OLD_MACS : ""));
        }
        return terms;
    }
}
