package dev.portico.store.keyring;

import dev.portico.share.Keyring;
import dev.portico.share.Secrets;
import dev.portico.store.keyring.SecretServiceBus.Collection;
import dev.portico.store.keyring.SecretServiceBus.Item;
import dev.portico.store.keyring.SecretServiceBus.Pair;
import dev.portico.store.keyring.SecretServiceBus.Prompt;
import dev.portico.store.keyring.SecretServiceBus.Secret;
import dev.portico.store.keyring.SecretServiceBus.Service;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// One use of the Secret Service: agrees on a key, finds, unlocks, reads and writes.
final class SecretServiceSession {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String ROOT = "/org/freedesktop/secrets";
    private static final String NOTHING = "/";
    private static final String PROPERTY = "org.freedesktop.Secret.Item.";

    private final DBusConnection bus;
    private final boolean mayAsk;
    private final Service service;
    private final BusCipher cipher;
    private final DBusPath path;
    private final SecretKey key;

    /// @param mayAsk whether the system may ask the user to unlock it
    SecretServiceSession(DBusConnection bus, boolean mayAsk)
            throws DBusException, GeneralSecurityException {
        this.bus = bus;
        this.mayAsk = mayAsk;
        this.service = object(new DBusPath(ROOT), Service.class);
        this.cipher = new BusCipher(new SecureRandom());
        Pair<Variant<?>, DBusPath> opened =
                service.OpenSession(BusCipher.NAME, new Variant<>(cipher.publicHalf(), "ay"));
        this.path = opened.second;
        this.key = cipher.key(bytes(opened.first.getValue()));
    }

    Optional<char[]> read(Keyring.Entry entry) throws DBusException, GeneralSecurityException {
        Pair<List<DBusPath>, List<DBusPath>> found = service.SearchItems(attributes(entry));
        List<DBusPath> open = found.first;
        if (open.isEmpty() && !found.second.isEmpty() && unlock(found.second)) {
            open = found.second;
        }
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Secret secret = object(open.getFirst(), Item.class).GetSecret(path);
        return Optional.of(
                Secrets.chars(
                        BusCipher.run(Cipher.DECRYPT_MODE, key, secret.parameters, secret.value)));
    }

    boolean keep(Keyring.Entry entry, char[] secret)
            throws DBusException, GeneralSecurityException {
        DBusPath collection = service.ReadAlias("default");
        if (collection.getPath().equals(NOTHING)) {
            throw new DBusException("the keyring has no default collection");
        }
        if (!unlock(List.of(collection))) {
            return false;
        }
        byte[] bytes = Secrets.bytes(secret.clone());
        byte[] vector = cipher.vector();
        byte[] value = BusCipher.run(Cipher.ENCRYPT_MODE, key, vector, bytes);
        Arrays.fill(bytes, (byte) 0);
        Map<String, Variant<?>> properties =
                Map.of(
                        PROPERTY + "Label",
                        new Variant<>("Portico: " + entry.subject()),
                        PROPERTY + "Attributes",
                        new Variant<>(attributes(entry), "a{ss}"));
        Pair<DBusPath, DBusPath> made =
                object(collection, Collection.class)
                        .CreateItem(
                                properties, new Secret(path, vector, value, "text/plain"), true);
        return agreed(made.second);
    }

    boolean forget(Keyring.Entry entry) throws DBusException {
        Pair<List<DBusPath>, List<DBusPath>> found = service.SearchItems(attributes(entry));
        if (!found.second.isEmpty() && !unlock(found.second)) {
            throw new DBusException("it stays locked");
        }
        boolean forgotten = false;
        for (List<DBusPath> items : List.of(found.first, found.second)) {
            for (DBusPath item : items) {
                forgotten |= agreed(object(item, Item.class).Delete());
            }
        }
        return forgotten;
    }

    private boolean unlock(List<DBusPath> locked) throws DBusException {
        return agreed(service.Unlock(locked).second);
    }

    /// Where a prompt is needed, waits for the user's answer to it.
    private boolean agreed(DBusPath prompt) throws DBusException {
        if (prompt.getPath().equals(NOTHING)) {
            return true;
        }
        Prompt asked = object(prompt, Prompt.class);
        if (!mayAsk) {
            asked.Dismiss();
            return false;
        }
        CompletableFuture<Boolean> dismissed = new CompletableFuture<>();
        try (AutoCloseable _ =
                bus.addSigHandler(
                        Prompt.Completed.class, asked, end -> dismissed.complete(end.dismissed))) {
            asked.Prompt("");
            return !dismissed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            asked.Dismiss();
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException _) {
            asked.Dismiss();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (DBusException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new DBusException(e);
        }
    }

    private <T extends org.freedesktop.dbus.interfaces.DBusInterface> T object(
            DBusPath where, Class<T> type) throws DBusException {
        return bus.getRemoteObject(SecretService.NAME, where.getPath(), type);
    }

    /// Inside a variant an array of bytes arrives as a list.
    private static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        List<?> list = (List<?>) value;
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) list.get(i);
        }
        return bytes;
    }

    private static Map<String, String> attributes(Keyring.Entry entry) {
        return Map.of(
                "application",
                "portico",
                "kind",
                entry.what().name().toLowerCase(Locale.ROOT),
                "subject",
                entry.subject());
    }
}
