package dev.portico.store.keyring;

import dev.portico.share.Keyring;

import java.util.Map;

/// Finds the keyring of this system.
public final class Keyrings {
    private Keyrings() {}

    /// @param osName as Java names it
    public static Keyring ofThisSystem(String osName, Map<String, String> env) {
        if (osName.equals("Linux")) {
            return SessionBus.address(env)
                    .<Keyring>map(bus -> new SecretService(bus, true))
                    .orElse(Keyring.NONE);
        }
        if (osName.startsWith("Windows")) {
            return new NativeKeyring(new CredentialManager(), true);
        }
        return osName.startsWith("Mac") ? new NativeKeyring(new MacKeychain(), true) : Keyring.NONE;
    }
}
