package dev.portico.store.keyring;

import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.CallbackHandler;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Peer;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The keyring of a Linux desktop: GNOME Keyring, KWallet, KeePassXC and others behind one
/// interface. A connection for each use.
final class SecretService implements Keyring {
    static final String NAME = "org.freedesktop.secrets";

    private interface Use<T> {
        T apply(SecretServiceSession session) throws DBusException, GeneralSecurityException;
    }

    /// How long an answer may take that needs no user.
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final String address;
    private final boolean mayAsk;
    private volatile Optional<Long> silentSince = Optional.empty();

    /// @param address of the session bus
    /// @param mayAsk whether the system may ask the user to unlock it
    SecretService(String address, boolean mayAsk) {
        this.address = address;
        this.mayAsk = mayAsk;
    }

    @Override
    public boolean isThere() {
        if (isSilent()) {
            return false;
        }
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
        return (isSilent() || isThere()) && use(session -> session.forget(entry));
    }

    private <T> T use(Use<T> use) throws ProblemException {
        if (isSilent()) {
            throw silent();
        }
        try (DBusConnection bus = connect()) {
            if (!answers(bus)) {
                silentSince = Optional.of(System.nanoTime());
                throw silent();
            }
            return use.apply(new SecretServiceSession(bus, mayAsk));
        } catch (DBusException | RuntimeException | IOException | GeneralSecurityException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.KEYRING_FAILED, String.valueOf(e.getMessage())), e);
        }
    }

    /// Asked first, since what is asked of it later may rightly wait for the user.
    private static boolean answers(DBusConnection bus) throws DBusException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Peer keyring = bus.getRemoteObject(NAME, "/org/freedesktop/secrets", Peer.class);
        bus.callWithCallback(
                keyring,
                "Ping",
                new CallbackHandler<>() {
                    @Override
                    public void handle(Object nothing) {
                        answer.complete(true);
                    }

                    @Override
                    public void handleError(DBusExecutionException e) {
                        answer.complete(true); // which is an answer, too
                    }
                });
        return answer.completeOnTimeout(false, LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// One that did not answer is left alone for a while, so that nobody waits for it each time.
    private boolean isSilent() {
        return silentSince.filter(since -> System.nanoTime() - since < PAUSE.toNanos()).isPresent();
    }

    private static ProblemException silent() {
        return new ProblemException(
                Problem.of(ProblemCode.KEYRING_FAILED, "", Problem.WHY, "silent"));
    }

    private DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }
}
