package dev.portico.interop.config;

import dev.portico.share.BadInput;
import dev.portico.share.Ports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The value of `ProxyJump`, nearest first.
final class JumpList {
    private JumpList() {}

    /// @return empty for `none`
    /// @throws BadInput when ssh would refuse it
    static List<Jump> of(String rest) {
        int comment = rest.indexOf('#');
        String text = (comment < 0 ? rest : rest.substring(0, comment)).stripTrailing();
        if (text.toLowerCase(Locale.ROOT).equals("none")) {
            return List.of();
        }
        List<Jump> jumps = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            jumps.add(jump(part, text));
        }
        return List.copyOf(jumps);
    }

    private static Jump jump(String part, String all) {
        String bare = part.startsWith("ssh://") ? part.substring("ssh://".length()) : part;
        int at = bare.lastIndexOf('@');
        String place = bare.substring(at + 1);
        try {
            if (place.isEmpty() || at == 0 || bare.startsWith("-")) {
                throw new BadInput("input.config.jump", "text", all);
            }
            Ports.HostAndPort parts = Ports.split(place);
            int port = parts.port().isEmpty() ? 0 : Ports.parse(parts.port());
            return new Jump(at < 0 ? "" : bare.substring(0, at), parts.host(), port);
        } catch (BadInput _) {
            throw new BadInput("input.config.jump", "text", all);
        }
    }
}
