package dev.portico.store;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;
import dev.portico.share.BadInput;
import dev.portico.store.parcel.Merge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A file of servers and shares: refused as a whole, or taken over once and for all, and the same
/// when it is handed on.
public final class ParcelFuzz implements Fuzzed {
    private static final Path HOME = Path.of("/home/me");

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new ParcelFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                """
                {"version":1,"servers":[{"name":"vps","host":"vps.example.com","port":2222,
                "user":"me","signIn":{"by":"keys","files":["~/.ssh/id"]},"bind":"*",
                "publicAddress":"a.b","linkTemplate":"https://{port}.a.b","jump":["gate"],
                "proxy":"socks5://u@p:1080","legacy":true,"ports":"20000-29999"},
                {"name":"gate","host":"::1","user":"me","signIn":{"by":"agent"}}],
                "shares":[{"name":"web","target":"localhost:3000","servers":["vps","a@b"],
                "port":8080,"bind":"localhost","proxyHeader":"v2","group":"g"}]}\
                """,
                """
                {"servers":[{"name":"a","host":"a","user":"u","jump":["b"]},
                {"name":"b","host":"b","user":"u","jump":["a"]},{"name":"b-2","host":"c"}]}\
                """,
                "{\"version\":2}",
                "{\"shares\":[{\"name\":\"s\",\"target\":\"unix:/run/x\"}]}");
    }

    @Override
    public void take(byte[] input) throws Exception {
        Path file = Files.createTempFile("parcel", "");
        try {
            Files.write(file, input);
            Optional<Parcel> read = read(file);
            if (read.isPresent()) {
                String text = read.get().text(HOME);
                Files.writeString(file, text);
                Fuzzed.same(read.get(), Parcel.read(file, HOME), text);
                takenOver(read.get(), false);
                takenOver(read.get(), true);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Optional<Parcel> read(Path file) {
        try {
            return Optional.of(Parcel.read(file, HOME));
        } catch (BadInput _) {
            return Optional.empty();
        }
    }

    private static void takenOver(Parcel parcel, boolean replace) {
        Settings once;
        try {
            once = Merge.of(Settings.EMPTY, parcel, replace).settings();
        } catch (BadInput _) {
            return; // its pieces do not fit together
        }
        Fuzzed.same(once, Merge.of(once, parcel, replace).settings(), parcel.text(HOME));
    }

    @Override
    public List<String> libraries() {
        return List.of("tools.jackson.core.json.**");
    }
}
