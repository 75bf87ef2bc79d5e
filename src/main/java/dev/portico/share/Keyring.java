package dev.portico.share;

import java.nio.file.Path;
import java.util.Optional;

/// Where the system keeps secrets for its user. May block while the system asks for leave to open
/// it; an interrupt ends that like a refusal. Thread-safe.
public interface Keyring {

    /// @param subject the key file for a passphrase, `user@host:port` for a password
    record Entry(Asker.Secret what, String subject) {
        static Entry password(Server server) {
            return new Entry(Asker.Secret.PASSWORD, server.address());
        }

        static Entry proxyPassword(Proxy proxy) {
            String subject = proxy.user().orElse("") + "@" + proxy.address();
            return new Entry(Asker.Secret.PROXY_PASSWORD, subject);
        }

        static Entry passphrase(Path key) {
            return new Entry(Asker.Secret.PASSPHRASE, key.toAbsolutePath().normalize().toString());
        }
    }

    /// Keeps nothing: where there is no keyring, secrets are asked for each time.
    Keyring NONE =
            new Keyring() {
                @Override
                public boolean isThere() {
                    return false;
                }

                @Override
                public Keyring quiet() {
                    return this;
                }

                @Override
                public Optional<char[]> read(Entry entry) {
                    return Optional.empty();
                }

                @Override
                public boolean keep(Entry entry, char[] secret) {
                    return false;
                }

                @Override
                public boolean forget(Entry entry) {
                    return false;
                }
            };

    boolean isThere();

    /// The same one, which stays shut where the system would have to ask: for scripts.
    Keyring quiet();

    /// The caller wipes what it gets.
    ///
    /// @return empty when it holds none, or stays locked
    Optional<char[]> read(Entry entry) throws ProblemException;

    /// @return whether it was kept, and not declined by the user
    boolean keep(Entry entry, char[] secret) throws ProblemException;

    /// @return whether there was something to forget
    boolean forget(Entry entry) throws ProblemException;
}
