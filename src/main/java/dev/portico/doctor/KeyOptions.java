package dev.portico.doctor;

import java.util.List;
import java.util.Set;

/// What OpenSSH says, once a key has signed in, that the key may do and is bound to.
///
/// @param known whether it said anything
record KeyOptions(boolean known, Set<String> words) {
    private static final String MARK = "key options:";

    static KeyOptions in(List<String> said) {
        return said.stream()
                .filter(text -> text.contains(MARK))
                .reduce((_, last) -> last)
                .map(text -> text.substring(text.indexOf(MARK) + MARK.length()).strip())
                .map(text -> new KeyOptions(true, Set.copyOf(List.of(text.split("\\s+")))))
                .orElse(new KeyOptions(false, Set.of()));
    }

    boolean forbidForwarding() {
        return known && !words.contains("port-forwarding");
    }

    /// Whether the line of the key names ports.
    boolean listPorts() {
        return words.contains("permitlisten");
    }
}
