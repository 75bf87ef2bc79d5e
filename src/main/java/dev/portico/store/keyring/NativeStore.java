package dev.portico.store.keyring;

import java.io.IOException;
import java.util.Optional;

/// A keyring that a library of the system speaks for. May block while the system asks its user.
interface NativeStore {

    /// @param mayAsk false: the system asks nobody from now on
    void mayAsk(boolean mayAsk) throws IOException;

    /// The caller wipes what it gets.
    Optional<byte[]> read(String name) throws IOException;

    /// @return whether the user let it
    boolean write(String name, byte[] secret) throws IOException;

    /// @return whether there was something
    boolean delete(String name) throws IOException;
}
