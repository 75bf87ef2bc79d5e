package dev.portico.store.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.DesktopSession;
import dev.portico.fixture.ScriptedAsker;
import dev.portico.share.Asker;
import dev.portico.share.Keyring;
import dev.portico.share.Keyring.Entry;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;
import dev.portico.share.Server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Against GNOME's keyring, on a session bus of its own.
@Timeout(120)
class SecretServiceTest {
    private static final Entry PASSWORD = new Entry(Asker.Secret.PASSWORD, "me@host:22");
    private static final Entry PASSPHRASE = new Entry(Asker.Secret.PASSPHRASE, "/home/me/key");
    private static final String SECRET = "pässwörd 密码 🔑";

    @TempDir Path home;

    private DesktopSession desktop;
    private Keyring keyring;

    @BeforeEach
    void start() {
        desktop = DesktopSession.start(home);
        keyring = Keyrings.ofThisSystem("Linux", desktop.env());
    }

    @AfterEach
    void end() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @Test
    void whatIsKeptIsThereAfterARestartUntilItIsForgotten() throws Exception {
        desktop.startKeyring();
        assertThat(keyring.isThere()).isTrue();
        assertThat(read(PASSWORD)).isEmpty();
        assertThat(keyring.keep(PASSWORD, "first".toCharArray())).isTrue();
        assertThat(keyring.keep(PASSWORD, SECRET.toCharArray())).isTrue();
        assertThat(keyring.keep(PASSPHRASE, "".toCharArray())).isTrue();
        desktop.stopKeyring();
        desktop.startKeyring();
        assertThat(read(PASSWORD)).hasValue(SECRET);
        assertThat(read(PASSPHRASE)).hasValue("");
        assertThat(read(new Entry(Asker.Secret.PASSPHRASE, "me@host:22"))).isEmpty();
        assertThat(keyring.forget(PASSWORD)).isTrue();
        assertThat(keyring.forget(PASSWORD)).isFalse();
        assertThat(read(PASSWORD)).isEmpty();
        assertThat(read(PASSPHRASE)).hasValue("");
    }

    @Test
    void aLockedKeyringIsAskedToOpenAndARefusalIsNoAnswer() throws Exception {
        desktop.startKeyring();
        keyring.keep(PASSWORD, SECRET.toCharArray());
        desktop.stopKeyring();
        desktop.startLockedKeyring();
        assertThat(keyring.isThere()).isTrue();
        // nobody is there to show the question to, which counts as a refusal
        assertThat(read(PASSWORD)).isEmpty();
        assertThat(keyring.keep(PASSWORD, "other".toCharArray())).isFalse();
        assertThatThrownBy(() -> keyring.forget(PASSWORD))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.KEYRING_FAILED));
        assertThat(keyring.quiet().read(PASSWORD)).isEmpty();
        ScriptedAsker asker = ScriptedAsker.answering("typed");
        try (Secrets secrets = new Secrets(asker, keyring)) {
            assertThat(secrets.password(Server.parse("me@host")).map(Secrets.Trial::bytes))
                    .hasValue("typed".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(asker.secrets).hasSize(1);
        desktop.stopKeyring();
        desktop.startKeyring();
        assertThat(read(PASSWORD)).hasValue(SECRET);
    }

    @Test
    void aKeyringThatDoesNotAnswerIsGivenUpSoonAndOnceAndTheUserIsTold() throws Exception {
        desktop.startKeyring();
        keyring.keep(PASSWORD, SECRET.toCharArray());
        desktop.silenceKeyring();
        ScriptedAsker asker = ScriptedAsker.answering("typed", "typed");
        long start = System.nanoTime();
        try (Secrets secrets = new Secrets(asker, keyring)) {
            for (int i = 0; i < 2; i++) {
                assertThat(secrets.password(Server.parse("me@host")).map(Secrets.Trial::bytes))
                        .hasValue("typed".getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThatThrownBy(() -> keyring.forget(PASSWORD)).isInstanceOf(ProblemException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThat(asker.secrets)
                .hasSize(2)
                .allSatisfy(question -> assertThat(question.keep()).isEmpty());
        assertThat(asker.warnings)
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem.title(Locale.ENGLISH))
                                        .isEqualTo("The system's keyring does not answer."));
    }

    @Test
    void whereThereIsNoBusThereIsNoKeyring() throws Exception {
        for (Map<String, String> env :
                List.of(
                        Map.<String, String>of(),
                        Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("none")),
                        Map.of("DBUS_SESSION_BUS_ADDRESS", "nonsense"))) {
            Keyring none = Keyrings.ofThisSystem("Linux", env);
            assertThat(none.isThere()).isFalse();
            assertThat(none.read(PASSWORD)).isEmpty();
            assertThat(none.forget(PASSWORD)).isFalse();
        }
    }

    @Test
    void noSecretStandsInAnyFile() throws Exception {
        desktop.startKeyring();
        keyring.keep(PASSWORD, "canary-in-the-keyring".toCharArray());
        assertThat(read(PASSWORD)).isPresent();
        desktop.stopKeyring();
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(
                            file ->
                                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                                            .doesNotContain("canary"));
        }
    }

    private Optional<String> read(Entry entry) throws ProblemException {
        return keyring.read(entry).map(String::new);
    }
}
