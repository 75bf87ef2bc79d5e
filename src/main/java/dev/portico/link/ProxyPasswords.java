package dev.portico.link;

import dev.portico.share.Asker;
import dev.portico.share.Proxy;
import dev.portico.share.Server;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The passwords of proxies, asked for once and kept in memory: every new connection needs them
/// again. One that was refused is forgotten, and the next one is asked for with a word on that.
final class ProxyPasswords {
    private final Asker asker;
    private final Map<String, byte[]> known = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    ProxyPasswords(Asker asker) {
        this.asker = asker;
    }

    /// @return a copy for the caller to wipe; empty when nobody answers
    Optional<byte[]> of(Proxy proxy, Server server, Deadline deadline) {
        synchronized (known) {
            byte[] password = known.get(proxy.text());
            if (password != null) {
                return Optional.of(password.clone());
            }
        }
        return ask(proxy, server, deadline);
    }

    void refused(Proxy proxy) {
        synchronized (known) {
            refused.add(proxy.text());
            wipe(known.remove(proxy.text()));
        }
    }

    void forgetAll() {
        synchronized (known) {
            known.values().forEach(ProxyPasswords::wipe);
            known.clear();
        }
    }

    private Optional<byte[]> ask(Proxy proxy, Server server, Deadline deadline) {
        boolean again;
        synchronized (known) {
            again = refused.contains(proxy.text());
        }
        deadline.pause();
        try {
            Optional<byte[]> given =
                    asker.secret(
                                    new Asker.SecretQuestion(
                                            server,
                                            Asker.Secret.PROXY_PASSWORD,
                                            proxy.user().orElse("") + "@" + proxy.address(),
                                            List.of(),
                                            again))
                            .map(Identities::wipedBytes);
            synchronized (known) {
                given.ifPresent(password -> wipe(known.put(proxy.text(), password.clone())));
            }
            return given;
        } finally {
            deadline.goOn();
        }
    }

    private static void wipe(byte @org.jspecify.annotations.Nullable [] password) {
        if (password != null) {
            Arrays.fill(password, (byte) 0);
        }
    }
}
