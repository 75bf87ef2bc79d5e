package dev.portico.doctor;

import java.util.List;
import java.util.Locale;

/// Lines that mend something, as they are typed or written there.
///
/// @param way names one of several ways that lead to the same; empty where there is one only
public record Fix(Place place, String way, List<String> lines) {

    /// Where the lines go.
    public enum Place {
        /// A block of the server's `sshd_config`, before the first `Match` there.
        SSHD_MATCH,
        /// The beginning of the server's `sshd_config`, where the first value wins.
        SSHD_TOP,
        /// `authorized_keys` of the account, in the place of the line with the same key.
        KEY_LINE,
        /// A shell on the server.
        SERVER,
        /// A shell on this computer.
        HERE,
        /// The settings of the local service.
        SERVICE;

        /// A contract with scripts.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Fix {
        lines = List.copyOf(lines);
    }

    static Fix at(Place place, String... lines) {
        return new Fix(place, "", List.of(lines));
    }
}
