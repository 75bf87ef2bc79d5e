package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.Commands;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.store.Settings;
import dev.portico.store.SettingsStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// Settings on a real disk that is full or may only be read. Mounting one takes root.
@Timeout(60)
class SettingsOnABadDiskTest {
    @TempDir Path folder;

    @BeforeEach
    void mount() {
        assumeTrue("root".equals(System.getProperty("user.name")), "a disk takes root to mount");
        Commands.Result mounted =
                Commands.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString());
        assumeTrue(mounted.exitCode() == 0, "no disk can be mounted here: " + mounted.output());
    }

    @AfterEach
    void unmount() {
        if (Commands.run("mountpoint", "-q", folder.toString()).exitCode() == 0) {
            Commands.succeed("umount", folder.toString());
        }
    }

    @Fault(number = 41, done = "the disk of the settings is full")
    void full(Told told) throws Exception {
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            saved(store, "a");
            String before = Files.readString(folder.resolve("settings.json"));
            Path rest = fill();
            told.faultBegins();
            assertThat(told.problem(refused(store, "b")).code())
                    .isEqualTo(ProblemCode.SETTINGS_NOT_SAVED);
            assertThat(folder.resolve("settings.json")).hasContent(before);
            Files.delete(rest);
            saved(store, "c");
            assertThat(store.problem()).isEmpty();
        }
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Fault(number = 41, done = "the disk of the settings may only be read")
    void readOnly(Told told) throws Exception {
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            saved(store, "a");
            String before = Files.readString(folder.resolve("settings.json"));
            Commands.succeed("mount", "-o", "remount,ro", folder.toString());
            told.faultBegins();
            assertThat(told.problem(refused(store, "b")).code())
                    .isEqualTo(ProblemCode.SETTINGS_NOT_SAVED);
            assertThat(folder.resolve("settings.json")).hasContent(before);
            Commands.succeed("mount", "-o", "remount,rw", folder.toString());
            saved(store, "c");
            assertThat(store.problem()).isEmpty();
        }
        assertThat(names()).containsExactly("a", "b", "c");
    }

    private Path fill() throws IOException {
        Path rest = folder.resolve("rest");
        try (var out = Files.newOutputStream(rest)) {
            while (true) {
                out.write(new byte[1_024]);
            }
        } catch (IOException _) {
            return rest; // full now
        }
    }

    private static Problem refused(SettingsStore store, String name) {
        store.update(settings -> with(settings, name));
        try {
            store.flush();
        } catch (IOException | RuntimeException _) {
            return store.problem().orElseThrow();
        }
        throw new AssertionError("it was saved");
    }

    private static void saved(SettingsStore store, String name) throws IOException {
        store.update(settings -> with(settings, name));
        store.flush();
    }

    private List<String> names() {
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            return store.settings().servers().stream().map(Server::name).toList();
        }
    }

    private static Settings with(Settings settings, String name) {
        List<Server> servers = new java.util.ArrayList<>(settings.servers());
        servers.add(new Server(name, "h", 22, "u", new SignIn.Agent()));
        return settings.withServers(servers);
    }
}
