package dev.portico.link;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/// A known_hosts file of anybody's: a key that is added to it is found, and is gone when forgotten.
public final class KnownHostsFuzz implements Fuzzed {
    private static final String HOST = "vps.example.com";
    private static final String KEY =
            "AAAAC3NzaC1lZDI1NTE5AAAAIDAZL2Tk2CM6gnbiSrTxQGwEXEVz8kFqdN7jFvu8Pn8N";

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new KnownHostsFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                "# comment\n\nvps.example.com,198.51.100.* ssh-ed25519 " + KEY + " me\n",
                "|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= x " + KEY,
                "@revoked * ssh-ed25519 " + KEY + "\n@cert-authority *.a,!b.a x " + KEY,
                "[vps]:2222,!vps.?x* ssh-rsa " + KEY + " first seen 2026-01-02\r\n");
    }

    @Override
    public void take(byte[] input) throws Exception {
        Path path = Files.createTempFile("known_hosts", "");
        try {
            Files.write(path, input);
            KnownHostsFile file = new KnownHostsFile(path, Clock.systemUTC(), new TakenKeys());
            try {
                ask(file.read());
            } catch (IOException _) {
                return; // a revoked key that is not clear stops everything
            }
            addAndForget(file);
        } finally {
            Files.delete(path);
        }
    }

    private static void ask(List<KnownHost> lines) {
        for (KnownHost line : lines) {
            line.isOf(HOST);
            line.isAlsoOf(HOST, "[" + HOST + "]:2222");
            line.firstSeen();
            line.hostsWithout(HOST);
        }
    }

    private static void addAndForget(KnownHostsFile file) throws IOException {
        byte[] key = Base64.getDecoder().decode(KEY);
        file.add(HOST, key);
        KnownHost last = file.read().getLast();
        if (!last.isOf(HOST) || !last.isFor(key) || last.firstSeen().isEmpty()) {
            throw new AssertionError("what was added is not there: " + last);
        }
        if (file.forget(HOST) == 0) {
            throw new AssertionError("nothing was forgotten");
        }
        boolean left =
                file.read().stream()
                        .anyMatch(
                                line ->
                                        line.marker().equals(KnownHost.PLAIN)
                                                && line.hosts().equals(HOST));
        if (left) {
            throw new AssertionError("it is still there");
        }
    }
}
