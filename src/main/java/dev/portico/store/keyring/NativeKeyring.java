package dev.portico.store.keyring;

import dev.portico.share.Keyring;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Names the secrets in a store of the system.
record NativeKeyring(NativeStore store, boolean mayAsk) implements Keyring {

    private interface Use<T> {
        T apply(String name) throws IOException;
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Keyring quiet() {
        return new NativeKeyring(store, false);
    }

    @Override
    public Optional<char[]> read(Entry entry) throws ProblemException {
        return use(entry, store::read).map(Secrets::chars);
    }

    @Override
    public boolean keep(Entry entry, char[] secret) throws ProblemException {
        byte[] bytes = Secrets.bytes(secret.clone());
        try {
            return use(entry, name -> store.write(name, bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public boolean forget(Entry entry) throws ProblemException {
        return use(entry, store::delete);
    }

    private synchronized <T> T use(Entry entry, Use<T> use) throws ProblemException {
        try {
            store.mayAsk(mayAsk);
            String kind = entry.what().name().toLowerCase(Locale.ROOT);
            return use.apply("Portico " + kind + " " + entry.subject());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.KEYRING_FAILED, String.valueOf(e.getMessage())), e);
        }
    }
}
