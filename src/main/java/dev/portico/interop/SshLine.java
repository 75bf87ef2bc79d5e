package dev.portico.interop;

import dev.portico.share.BadInput;
import dev.portico.share.Server;

import java.util.List;
import java.util.Optional;

/// A whole `ssh -R` command line, read and never run.
public sealed interface SshLine {

    /// @param server as the line names it; its name is the destination's text
    /// @param userNamed whether the line says who signs in
    /// @param forwards at least one, each with its port on the server
    /// @param ignored what the line says and a share does not need
    record Understood(
            Server server, boolean userNamed, List<RemoteText> forwards, List<String> ignored)
            implements SshLine {
        public Understood {
            forwards = List.copyOf(forwards);
            ignored = List.copyOf(ignored);
        }

        /// Whether the saved server is the one that the line means, by its address or by its name.
        public boolean means(Server saved) {
            boolean place =
                    saved.host().equalsIgnoreCase(server.host()) && saved.port() == server.port();
            boolean user = !userNamed || saved.user().equals(server.user());
            return (place && user) || (saved.name().equals(server.host()) && !userNamed);
        }
    }

    /// @param offset where in the line the trouble begins
    /// @param length of what is wrong, 0 where something is missing
    /// @param better the line as it may have been meant
    record Wrong(int offset, int length, BadInput why, Optional<String> better)
            implements SshLine {}

    /// Whether the text is meant as such a line at all.
    static boolean isOne(String text) {
        return text.strip()
                .matches("(?s)(\\$ )?(sudo )?((?!unix:)\\S*/)?(ssh|autossh|plink)(\\.exe)?\\s.+");
    }

    static SshLine parse(String text) {
        return new SshLineReader(text).read();
    }
}
