package dev.portico.store.keyring;

import dev.portico.share.Keyring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Finds the keyring of this system.
public final class Keyrings {
    private static final String PATH = "unix:path=";

    private Keyrings() {}

    /// @param osName as Java names it
    public static Keyring ofThisSystem(String osName, Map<String, String> env) {
        if (osName.equals("Linux")) {
            return bus(env).<Keyring>map(bus -> new SecretService(bus, true)).orElse(Keyring.NONE);
        }
        if (osName.startsWith("Windows")) {
            return new NativeKeyring(new CredentialManager(), true);
        }
        return osName.startsWith("Mac") ? new NativeKeyring(new MacKeychain(), true) : Keyring.NONE;
    }

    private static Optional<String> bus(Map<String, String> env) {
        return Optional.ofNullable(env.get("DBUS_SESSION_BUS_ADDRESS"))
                .or(
                        () ->
                                Optional.ofNullable(env.get("XDG_RUNTIME_DIR"))
                                        .map(folder -> PATH + folder + "/bus"))
                .map(addresses -> upTo(';', addresses))
                .filter(Keyrings::mayBeThere);
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
