package dev.portico.store.keyring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where the session bus of a Linux desktop is.
public final class SessionBus {
    private static final String PATH = "unix:path=";

    private SessionBus() {}

    public static Optional<String> address(Map<String, String> env) {
        return Optional.ofNullable(env.get("DBUS_SESSION_BUS_ADDRESS"))
                .or(
                        () ->
                                Optional.ofNullable(env.get("XDG_RUNTIME_DIR"))
                                        .map(folder -> PATH + folder + "/bus"))
                .map(addresses -> upTo(';', addresses))
                .filter(SessionBus::mayBeThere);
    }

    private static String upTo(char end, String text) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }

    /// Connecting to a socket that is not there takes half a minute.
    private static boolean mayBeThere(String address) {
        return !address.startsWith(PATH)
                || Files.exists(Path.of(upTo(',', address.substring(PATH.length()))));
    }
}
