package dev.portico.share;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Asks the user while a connection is being made. May block; the deadline for connecting does not
/// run meanwhile.
public interface Asker {

    /// @param fingerprint as `SHA256:...`
    /// @param keyType such as `ssh-ed25519`
    record HostKeyQuestion(Server server, String keyType, String fingerprint) {

        /// What to run on the server, to see its fingerprint there.
        public String compare() {
            String name =
                    keyType.startsWith("ecdsa")
                            ? "ecdsa"
                            : keyType.contains("rsa") ? "rsa" : "ed25519";
            return "ssh-keygen -lf /etc/ssh/ssh_host_" + name + "_key.pub";
        }
    }

    /// @param what is asked for
    /// @param subject the key file for a passphrase, `user@host:port` for a password
    ///     of the server or of its proxy
    /// @param again whether the last answer was wrong
    /// @param keep takes what tells whether the user wants the answer kept in the system's keyring,
    ///     which is looked at once the answer was right; empty where there is no keyring
    record SecretQuestion(
            Server server,
            Secret what,
            String subject,
            boolean again,
            Optional<Consumer<BooleanSupplier>> keep) {}

    /// What a server asks itself, such as for a one-time code; never kept.
    ///
    /// @param subject `user@host:port`
    /// @param instruction the server's own words before its prompts, may be empty
    record PromptsQuestion(
            Server server, String subject, String instruction, List<Prompt> prompts) {
        public PromptsQuestion {
            prompts = List.copyOf(prompts);
        }
    }

    /// @param echo whether the answer may be seen while it is typed
    record Prompt(String text, boolean echo) {}

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

    /// One answer for each prompt, in their order. The caller wipes what it gets.
    default Optional<List<char[]>> answers(PromptsQuestion question) {
        return Optional.empty();
    }

    /// What the user has given beforehand, so that nobody need be asked. The caller wipes it.
    default Optional<char[]> prepared(Secret what) {
        return Optional.empty();
    }

    /// Tells what the user should know, and what stops nothing.
    default void warn(Problem problem) {}
}
