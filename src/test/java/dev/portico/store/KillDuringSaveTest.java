package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.faults.Fault;
import dev.portico.faults.Told;
import dev.portico.fixture.Await;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A process that does nothing but save is killed at any moment.
class KillDuringSaveTest {
    private static final int ROUNDS = 20;

    @TempDir Path folder;

    @Fault(number = 42, done = "Portico is killed (KILL) during a save, 20 times")
    void noFileIsEverDamaged(Told told) throws Exception {
        Random random = new Random(20260102);
        int last = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int before = last;
            Process saver = start();
            try {
                Await.until(() -> !saver.isAlive() || count() > before);
                assertThat(saver.isAlive()).isTrue();
                var _ = saver.waitFor(random.nextInt(30), TimeUnit.MILLISECONDS);
            } finally {
                saver.destroyForcibly().waitFor();
            }
            try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
                assertThat(store.problem()).as("round %s", round).isEmpty();
                int now = Integer.parseInt(store.settings().window().lastServer());
                assertThat(now).isGreaterThan(before);
                last = now;
            }
            assertThat(folder.resolve("settings.tmp")).doesNotExist();
        }
        told.nothing();
    }

    private int count() throws Exception {
        Path file = folder.resolve("settings.json");
        if (!Files.exists(file)) {
            return 0;
        }
        SettingsJson json = new SettingsJson();
        Settings settings = json.settings(json.parse(Files.readAllBytes(file)));
        return Integer.parseInt(settings.window().lastServer());
    }

    private Process start() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Saver.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Counts on in the settings for ever.
    static final class Saver {
        private Saver() {}

        public static void main(String[] arguments) throws Exception {
            SettingsStore store = SettingsStore.open(Path.of(arguments[0]), Clock.systemUTC());
            String last = store.settings().window().lastServer();
            int count = last.isEmpty() ? 0 : Integer.parseInt(last);
            while (true) {
                count++;
                String name = String.valueOf(count);
                store.update(
                        settings ->
                                settings.withWindow(
                                        new WindowSettings(0, 0, 0, 0, false, "dark", "en", name)));
                store.flush();
            }
        }
    }
}
