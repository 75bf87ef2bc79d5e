package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.Await;
import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.PortRange;
import dev.portico.share.ProblemCode;
import dev.portico.share.Proxy;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class SettingsStoreTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);

    @TempDir Path temp;

    private final FailingDisk disk = new FailingDisk();

    private Path folder() {
        return temp.resolve("deep").resolve("portico");
    }

    private SettingsStore open(Duration debounce) {
        return SettingsStore.open(folder(), Clock.systemUTC(), disk, debounce);
    }

    static UnaryOperator<Settings> adding(String name) {
        return settings -> {
            List<Server> servers = new ArrayList<>(settings.servers());
            servers.add(new Server(name, "h", 22, "u", new SignIn.Agent()));
            return settings.withServers(servers);
        };
    }

    static List<String> names(SettingsStore store) {
        return store.settings().servers().stream().map(Server::name).toList();
    }

    @Test
    void whatIsSavedComesBack() throws IOException {
        Server server =
                new Server(
                        "vps",
                        "::1",
                        2222,
                        "me",
                        new SignIn.KeyFiles(List.of(Path.of("/k"))),
                        new HostKeys(Optional.of(Path.of("/hosts")), true),
                        Optional.of("*"),
                        Optional.of("demo.example.com"),
                        Optional.of("https://{port}.example.com"),
                        Duration.ofMillis(1500),
                        Duration.ofSeconds(9),
                        new Way(
                                List.of("gate", "me@inner:2222"),
                                Optional.of(Proxy.parse("http://me@proxy.example.com:3128"))),
                        true,
                        Optional.of(new PortRange(20_000, 29_999)));
        Share tcp = new Share("web", Target.parse("[::1]:80"), "vps", 8080, "");
        Share unix =
                new Share("app", Target.parse("unix:/run/app.sock"), "vps", 0, "localhost")
                        .withProxyHeader(ProxyHeader.V2)
                        .withBlocked(List.of("203.0.113.7", "2001:db8::1"))
                        .withGroup("web");
        Settings wanted =
                Settings.EMPTY
                        .withServers(List.of(server))
                        .withShares(List.of(tcp, unix))
                        .withWindow(
                                new WindowSettings(1, 2, 3, 4, true, "dark", "zh", "vps")
                                        .withTable(new TableSettings(List.of("who"), "name", true))
                                        .withPage("visitors")
                                        .withDetails(new DetailsSettings(true, 200)));
        try (SettingsStore store = open(NEVER)) {
            store.update(_ -> wanted);
        }
        try (SettingsStore store = open(NEVER)) {
            assertThat(store.settings()).isEqualTo(wanted);
            assertThat(store.problem()).isEmpty();
        }
    }

    @Test
    void aChangeIsSavedByItself() throws Exception {
        try (SettingsStore store = open(AT_ONCE)) {
            store.update(adding("a"));
            Await.until(() -> Files.exists(folder().resolve("settings.json")));
        }
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        try (SettingsStore store = open(NEVER)) {
            store.update(adding("a"));
            store.flush();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(
                                                    PosixFilePermissions.toString(
                                                            Files.getPosixFilePermissions(file)))
                                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void openingAloneWritesNothing() {
        open(AT_ONCE).close();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void threeGenerationsAreKept() throws IOException {
        try (SettingsStore store = open(NEVER)) {
            for (String name : List.of("a", "b", "c", "d", "e")) {
                store.update(adding(name));
                store.flush();
            }
        }
        assertThat(folder().resolve("settings.1.json")).content().contains("\"e\"");
        assertThat(folder().resolve("settings.3.json"))
                .content()
                .contains("\"c\"")
                .doesNotContain("\"d\"");
        assertThat(folder().resolve("settings.4.json")).doesNotExist();
    }

    @Test
    void strayTemporaryFilesGo() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("settings.tmp"), "half");
        open(NEVER).close();
        assertThat(folder().resolve("settings.tmp")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "replace", "createFolder", "lock", "read"})
    void aFullDiskLeavesTheOldFileAndSavesLater(String move) throws IOException {
        try (SettingsStore store = open(NEVER)) {
            store.update(adding("a"));
            store.flush();
            String before = Files.readString(folder().resolve("settings.json"));
            disk.failing = move;
            store.update(adding("b"));
            assertThatThrownBy(store::flush).hasMessageContaining("No space left");
            assertThat(store.problem().orElseThrow().code())
                    .isEqualTo(ProblemCode.SETTINGS_NOT_SAVED);
            assertThat(folder().resolve("settings.json")).hasContent(before);
            disk.failing = null;
            store.update(adding("c"));
            store.flush();
            assertThat(store.problem()).isEmpty();
        }
        try (SettingsStore store = open(NEVER)) {
            assertThat(names(store)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void twoPorticosKeepEachOthersChanges() throws IOException {
        try (SettingsStore one = open(NEVER);
                SettingsStore two = open(NEVER)) {
            one.update(adding("a"));
            two.update(adding("b"));
            one.flush();
            two.flush();
            one.update(adding("c"));
            one.flush();
            assertThat(names(one)).containsExactly("a", "b", "c");
        }
        try (SettingsStore store = open(NEVER)) {
            assertThat(names(store)).containsExactly("a", "b", "c");
        }
    }

    @Test
    void aChangeThatDoesNotFitTheOthersIsToldAndTheirsStays() throws IOException {
        try (SettingsStore one = open(NEVER);
                SettingsStore two = open(NEVER)) {
            one.update(adding("same"));
            one.flush();
            two.update(adding("same"));
            two.update(adding("other"));
            assertThatThrownBy(two::flush).hasMessageContaining("same");
            assertThat(names(two)).containsExactly("same", "other");
            assertThat(two.problem()).isPresent();
        }
    }

    @Test
    void aChangeThatIsRefusedChangesNothing() {
        try (SettingsStore store = open(NEVER)) {
            store.update(adding("a"));
            assertThatThrownBy(() -> store.update(adding("a"))).isInstanceOf(BadInput.class);
            assertThat(names(store)).containsExactly("a");
        }
    }

    @Test
    void anInterruptedCallerLosesNothing() throws IOException {
        Thread.currentThread().interrupt();
        try (SettingsStore store = open(NEVER)) {
            store.update(adding("a"));
            store.flush();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder().resolve("settings.json")).content().contains("\"a\"");
    }
}
