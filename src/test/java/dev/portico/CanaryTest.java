package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Account;
import dev.portico.fixture.Commands;
import dev.portico.fixture.DesktopSession;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.share.Asker;
import dev.portico.share.Keyring;
import dev.portico.store.keyring.Keyrings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Secrets that are easy to find are given to the program, in a process of its own that logs all it
/// can; none of them may be found anywhere afterwards.
@RequiresSshd
@Timeout(120)
class CanaryTest {
    private static final String PASSWORD = "canary-password-4711";
    private static final String PASSPHRASE = "canary-passphrase-4711";
    private static final String LOGGING =
            """
            handlers=java.util.logging.FileHandler
            java.util.logging.FileHandler.pattern=%s/all-%%u-%%g.log
            java.util.logging.FileHandler.level=ALL
            java.util.logging.FileHandler.formatter=java.util.logging.SimpleFormatter
            .level=ALL
            """;

    @TempDir Path home;
    @TempDir Path keys;

    private final List<String> canaries = new ArrayList<>(List.of(PASSWORD, PASSPHRASE));
    private final StringBuilder said = new StringBuilder();
    private DesktopSession desktop;

    @BeforeEach
    void start() {
        desktop = DesktopSession.start(home);
        desktop.startKeyring();
    }

    @AfterEach
    void end() {
        if (desktop != null) {
            desktop.close();
        }
    }

    @Test
    void nothingSecretIsLeftBehind() throws Exception {
        try (Account account = Account.make(PASSWORD);
                RealSshd sshd =
                        RealSshd.start(
                                "AuthenticationMethods publickey,password",
                                "AuthorizedKeysFile .ssh/authorized_keys",
                                "PasswordAuthentication yes")) {
            Path key = key();
            account.authorize(Path.of(key + ".pub"));
            Keyring keyring = Keyrings.ofThisSystem("Linux", desktop.env());
            var entry = new Keyring.Entry(Asker.Secret.PASSPHRASE, key.toString());
            assertThat(keyring.keep(entry, PASSPHRASE.toCharArray())).isTrue();
            String address = account.name() + "@127.0.0.1:" + sshd.port();
            run(PASSWORD, "servers", "add", "real", address, "-i", key.toString());
            String known = sshd.knownHosts().toString();
            String[] share = {"share", "3000", "--on", "real", "--json", "--known-hosts", known};
            run(PASSWORD, share);
            assertThat(said).contains("\"event\":\"open\"");
            run(PASSWORD + "-wrong", share);
            assertThat(said).contains("auth-refused");
        }
        desktop.stopKeyring();
        assertThat(canaries).hasSizeGreaterThan(5).allSatisfy(this::isNowhere);
        assertThat(files()).anySatisfy(file -> assertThat(file.toString()).endsWith(".log"));
    }

    /// A check that finds nothing must be able to find something.
    @Test
    void theSearchFindsWhatIsThere() throws Exception {
        Files.writeString(home.resolve("leak.log"), "signing in with " + PASSWORD);
        assertThat(files()).anyMatch(file -> holds(file, PASSWORD));
    }

    /// A locked key, with the lines of its text before and after it was locked as canaries.
    private Path key() throws IOException {
        Path key = keys.resolve("key");
        Commands.succeed("ssh-keygen", "-q", "-t", "rsa", "-N", "", "-f", key.toString());
        List<String> lines = Files.readAllLines(key);
        canaries.addAll(lines.subList(lines.size() / 2, lines.size() - 1));
        Commands.succeed("ssh-keygen", "-p", "-P", "", "-N", PASSPHRASE, "-f", key.toString());
        lines = Files.readAllLines(key);
        canaries.addAll(lines.subList(lines.size() / 2, lines.size() - 1));
        return key;
    }

    /// Runs the program until its share is open or it ends.
    private void run(String password, String... arguments) throws Exception {
        Path logging = home.resolve("logging.properties");
        Files.writeString(logging, LOGGING.formatted(home));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Duser.home=" + home,
                                "-Djava.io.tmpdir=" + Files.createDirectories(home.resolve("tmp")),
                                "-Djava.util.logging.config.file=" + logging,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.portico.Main"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--config", home.resolve("config").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(desktop.env());
        builder.environment().put("PORTICO_PASSWORD", password);
        Process process = builder.start();
        said.append(Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.append(line).append('\n');
                if (line.contains("\"event\":\"open\"")) {
                    process.toHandle().destroy(); // which leaves what it says readable
                }
            }
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private void isNowhere(String canary) {
        assertThat(said).doesNotContain(canary);
        assertThat(files()).noneMatch(file -> holds(file, canary));
    }

    private static boolean holds(Path file, String canary) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(canary);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
