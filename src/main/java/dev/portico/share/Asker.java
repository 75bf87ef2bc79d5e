package dev.portico.share;

import java.util.List;
import java.util.Optional;

/// Asks the user while a connection is being made. May block; the deadline for connecting does not
/// run meanwhile.
public interface Asker {

    /// @param fingerprint as `SHA256:...`
    /// @param keyType such as `ssh-ed25519`
    record HostKeyQuestion(Server server, String keyType, String fingerprint) {}

    /// @param what is asked for
    /// @param subject the key file for a passphrase, `user@host:port` for a password
    ///     of the server or of its proxy
    /// @param prompts the server's own prompts where it sent some, else empty
    record SecretQuestion(
            Server server, Secret what, String subject, List<String> prompts, boolean again) {}

    enum Secret {
        PASSWORD,
        PASSPHRASE,
        PROXY_PASSWORD
    }

    /// Nothing is ever answered: for scripts.
    Asker NOBODY =
            new Asker() {
                @Override
                public boolean trusts(HostKeyQuestion question) {
                    return false;
                }

                @Override
                public Optional<char[]> secret(SecretQuestion question) {
                    return Optional.empty();
                }
            };

    boolean trusts(HostKeyQuestion question);

    /// The caller wipes what it gets.
    Optional<char[]> secret(SecretQuestion question);
}
