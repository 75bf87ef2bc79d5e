package dev.portico.interop.config.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Scale;
import dev.portico.interop.config.Here;
import dev.portico.interop.config.SshConfig;
import dev.portico.interop.export.SshConfigBlock;
import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What is written for ssh is read back as the same share on the same server.
class RoundTripTest {
    private static final long SEED = 20_261_126;
    private static final List<String> HOSTS =
            List.of("demo.example.com", "10.0.0.1", "2001:db8::1", "localhost", "a-b_c.example");
    private static final List<String> BINDS = List.of("localhost", "*", "10.1.2.3", "2001:db8::7");
    private static final List<String> PATHS =
            List.of("/keys/id", "/keys/my key", "/keys/100%h", "/keys/it's", "/keys/#1=2", "/k/中");

    @TempDir private Path home;
    private final Random random = new Random(SEED);

    @Test
    void whatIsWrittenForSshIsReadBack() throws Exception {
        int read = 0;
        int many = Scale.of(500, 10_000);
        for (int i = 0; i < many; i++) {
            Server server = server();
            Share share = new Share("web", target(), "vps", port(), one(BINDS));
            try {
                String text = SshConfigBlock.of("web", share, server, _ -> Optional.empty());
                assertReadBack(text, share, server);
                read++;
            } catch (BadInput e) {
                assertThat(e.getMessage()).contains("cannot be written safely");
            }
        }
        assertThat(read).isGreaterThan(many / 2);
    }

    private void assertReadBack(String text, Share share, Server server) throws Exception {
        Path file = Files.writeString(home.resolve("config"), text);
        Imports imports =
                new Imports(SshConfig.read(file, new Here(home, "me", () -> "h", Map.of())));
        assertThat(imports.findings()).as(text).isEmpty();
        Imported imported = imports.server("web").orElseThrow();
        assertThat(imported.server()).as(text).isEqualTo(server.withName("web"));
        assertThat(imported.shares()).as(text).hasSize(1);
        Share back = imported.shares().getFirst();
        assertThat(back.target()).as(text).isEqualTo(share.target());
        assertThat(back.port()).as(text).isEqualTo(share.port());
        assertThat(back.bind()).as(text).isEqualTo(share.bind());
    }

    private Server server() {
        if (random.nextInt(4) == 0) {
            List<String> jumps = List.of("me@gate:2200", "you@[2001:db8::9]:22");
            return new Server("vps", one(HOSTS), port(), "me", new SignIn.Automatic())
                    .withWay(new Way(jumps.subList(0, 1 + random.nextInt(2)), Optional.empty()));
        }
        return new Server("vps", one(HOSTS), port(), one(List.of("me", "you", "a.b")), signIn())
                .withHostKeys(
                        new HostKeys(
                                random.nextBoolean()
                                        ? Optional.empty()
                                        : Optional.of(Path.of(one(PATHS))),
                                random.nextBoolean()))
                .withDeadAfter(Duration.ofSeconds(3L * (1 + random.nextInt(100))))
                .withLegacy(random.nextInt(5) == 0);
    }

    private SignIn signIn() {
        if (random.nextBoolean()) {
            return new SignIn.Automatic();
        }
        List<Path> keys = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(SignIn.MOST_KEYS); i++) {
            Path key = Path.of(one(PATHS) + i);
            if (!keys.contains(key)) {
                keys.add(key);
            }
        }
        return new SignIn.KeyFiles(keys);
    }

    private Target target() {
        return random.nextInt(4) == 0
                ? Target.parse(
                        "unix:" + one(List.of("/run/a.sock", "/run/a b", "/run/a:b", "/r/%h")))
                : new Target.Tcp(one(HOSTS), port());
    }

    private int port() {
        return 1 + random.nextInt(65_535);
    }

    private String one(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }
}
