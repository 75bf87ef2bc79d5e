package dev.portico.desktop.servers;

import dev.portico.desktop.look.Texts;
import dev.portico.share.BadInput;
import dev.portico.share.Ports;

/// The fields for a host alone: a name or an address, an IPv6 one with brackets or without.
record HostFields(Texts texts) {

    static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    /// What is wrong with it; empty when nothing is.
    ///
    /// @param more the key of what is said of one that brings a user or a port
    String complaint(String text, String more) {
        String host = bare(text);
        boolean carriesMore =
                host.indexOf('@') >= 0 || host.matches("[^:]+:[^:/]*") || host.matches("\\[.*]:.*");
        if (carriesMore) {
            return texts.of(more);
        }
        try {
            Ports.split(host.indexOf(':') < 0 ? host : "[" + host + "]");
            return "";
        } catch (BadInput _) {
            return texts.of("input.host.wrong", "text", host); // without brackets of ours
        }
    }
}
