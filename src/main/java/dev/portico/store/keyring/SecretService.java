package dev.portico.store.keyring;

import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBus;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;

/// The keyring of a Linux desktop: GNOME Keyring, KWallet, KeePassXC and others behind one
/// interface. A connection for each use.
final class SecretService implements Keyring {
    static final String NAME = "org.freedesktop.secrets";

    private interface Use<T> {
        T apply(SecretServiceSession session) throws DBusException, GeneralSecurityException;
    }

    private final String address;
    private final boolean mayAsk;

    /// @param address of the session bus
    /// @param mayAsk whether the system may ask the user to unlock it
    SecretService(String address, boolean mayAsk) {
        this.address = address;
        this.mayAsk = mayAsk;
    }

    @Override
    public boolean isThere() {
        try (DBusConnection bus = connect()) {
            DBus daemon =
                    bus.getRemoteObject(
                            "org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            return daemon.NameHasOwner(NAME)
                    || Arrays.asList(daemon.ListActivatableNames()).contains(NAME);
        } catch (DBusException | RuntimeException | IOException e) {
            System.getLogger(SecretService.class.getName())
                    .log(System.Logger.Level.DEBUG, "no keyring", e);
            return false;
        }
    }

    @Override
    public Keyring quiet() {
        return new SecretService(address, false);
    }

    @Override
    public Optional<char[]> read(Entry entry) throws ProblemException {
        return isThere() ? use(session -> session.read(entry)) : Optional.empty();
    }

    @Override
    public boolean keep(Entry entry, char[] secret) throws ProblemException {
        return use(session -> session.keep(entry, secret));
    }

    @Override
    public boolean forget(Entry entry) throws ProblemException {
        return isThere() && use(session -> session.forget(entry));
    }

    private <T> T use(Use<T> use) throws ProblemException {
        try (DBusConnection bus = connect()) {
            return use.apply(new SecretServiceSession(bus, mayAsk));
        } catch (DBusException | RuntimeException | IOException | GeneralSecurityException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.KEYRING_FAILED, String.valueOf(e.getMessage())), e);
        }
    }

    private DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }
}
