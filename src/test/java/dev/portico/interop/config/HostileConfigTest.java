package dev.portico.interop.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.portico.fixture.Commands;
import dev.portico.fixture.Scale;
import dev.portico.interop.config.servers.Imports;
import dev.portico.share.BadInput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Whatever stands in a file: nothing is run, there is an answer soon, and it says what is wrong.
class HostileConfigTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path home;

    @Test
    void runsNothing() throws IOException {
        Path canary = home.resolve("canary");
        Imports imports =
                imports(
                        """
                        Match exec "touch CANARY"
                          Port 1
                        Match host web exec "touch CANARY"
                          Port 2
                        Host web
                          ProxyCommand touch CANARY
                          KnownHostsCommand /usr/bin/touch CANARY
                          PermitLocalCommand yes
                          LocalCommand touch CANARY
                          RemoteCommand touch CANARY
                          HostName -oProxyCommand=touch${IFS}CANARY
                          User $(touch CANARY)
                          IdentityFile `touch CANARY`
                          ProxyJump $(touch CANARY)
                          RemoteForward 1 $(touch CANARY):1
                        Host -oProxyCommand=touch $(touch `touch
                          Port 3
                        Include $(touch CANARY)
                        """
                                .replace("CANARY", canary.toString()));
        assertThat(imports.findings()).isNotEmpty();
        assertThat(canary).doesNotExist();
        assertThat(imports.servers()).isEmpty();
        assertThat(imports.config().aliases()).containsExactly("web");
    }

    @Test
    void saysThatACommandIsLeftOut() throws IOException {
        SshConfig config = config("Match host web exec false\n  Port 2\nHost web\n  User me\n");
        assertThat(texts(config.resolve("web").findings()))
                .containsExactly("1: " + text("input.config.exec"));
    }

    @Test
    void refusesNamesThatAreNone() throws IOException {
        SshConfig config = config("Host * a\n  Port 1\n");
        assertThat(config.aliases()).containsExactly("a");
        for (String alias : List.of("-oProxyCommand=x", "$(touch X)", "`x`", "a b", "a\u202eb")) {
            assertThatThrownBy(() -> config.resolve(alias)).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void readsNoDevicePipeOrFolder() throws Exception {
        Commands.succeed("mkfifo", Files.createDirectories(home.resolve(".ssh")) + "/pipe");
        SshConfig config =
                soon("Include /dev/zero\nInclude pipe\nInclude /dev/stdin\nInclude ~/.ssh\n");
        assertThat(config.findings())
                .hasSize(4)
                .allSatisfy(it -> assertThat(title(it)).endsWith("is not a file with lines."));
    }

    @Test
    void readsNothingThatMayNotBeRead() throws IOException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may read everything");
        Path secret = write("secret", "Port 1\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assertThat(config("Include secret\n").findings())
                .extracting(HostileConfigTest::title)
                .containsExactly(secret + " may not be read by you.");
    }

    @Test
    void saysThatThereIsNoFile() {
        SshConfig config = SshConfig.read(home.resolve("none"), here());
        assertThat(config.findings()).extracting(HostileConfigTest::title).hasSize(1);
        assertThat(config.aliases()).isEmpty();
    }

    @Test
    void readsAHundredMegabytesOfNothing() throws Exception {
        Path large = write("large", "Host a\n");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100 << 20);
        }
        SshConfig config = soon("Host web\nInclude large\n  Port 1\nInclude more\n");
        assertThat(texts(config.findings()))
                .containsExactly("0: " + text("input.config.large", "file", large.toString()));
        assertThat(config.aliases()).containsExactly("web");
    }

    @Test
    void followsNoEndlessChain() throws IOException {
        int many = Scale.of(1_000, 100_000);
        for (int i = 0; i < many; i++) {
            write("f" + i, "Include f" + (i + 1) + "\n");
        }
        SshConfig config = soon("Include f0\n");
        assertThat(texts(config.findings()))
                .containsExactly("1: " + text("input.config.deep", "most", "16"));
    }

    @Test
    void followsNoTree() throws IOException {
        for (int i = 0; i < 20; i++) {
            write("f" + i, ("Include f" + (i + 1) + "\n").repeat(50));
        }
        SshConfig config = soon("Include f0\n".repeat(100_000 / 12));
        assertThat(config.findings())
                .extracting(HostileConfigTest::title)
                .contains(text("input.config.many", "most", "500"));
    }

    @Test
    void takesNoPatternThatNeverEnds() throws IOException {
        String hard = "Host " + "*a".repeat(5_000) + "b\n  Port 1\n";
        SshConfig config = soon(hard.repeat(90) + "Host " + "a".repeat(90) + "\n  Port 2\n");
        assertTimeoutPreemptively(SOON, () -> assertThat(new Imports(config).servers()).hasSize(1));
    }

    @Test
    void hasAnEndWhereEveryLineIsAName() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1_000_000; i++) {
            text.append("Host h").append(i).append(" *a*a*a*a*a*a*b\n");
        }
        SshConfig config = soon(text.toString());
        assertTimeoutPreemptively(SOON, () -> new Imports(config));
        assertThat(config.aliases()).hasSize(1_000);
    }

    @Test
    void hasAnEndForEveryKindOfLongLine() throws IOException {
        for (String part :
                List.of("a ", "\" ", "\\", "host x ", "a,", "[", ":", "#", "=", "%", "${")) {
            for (String head :
                    List.of(
                            "Host ",
                            "Match ",
                            "Match host ",
                            "ProxyJump ",
                            "Include ",
                            "RemoteForward 1 ",
                            "RemoteForward ",
                            "ConnectTimeout ",
                            "IgnoreUnknown ",
                            "")) {
                String line = head + part.repeat(15_000 / part.length()) + "\n";
                soon(line.repeat(20)).resolve("web");
            }
        }
    }

    @Test
    void readsOnBehindAByteThatIsNoText() throws IOException {
        SshConfig config = config("Host web\n  Port 1\0 User x\n  User me\n");
        assertThat(config.resolve("web").port()).isEqualTo(1);
        assertThat(config.resolve("web").user()).isEqualTo("me");
        assertThat(texts(config.findings())).containsExactly("2: " + text("input.config.zero"));
    }

    private Imports imports(String text) throws IOException {
        return new Imports(config(text));
    }

    private SshConfig soon(String text) {
        return assertTimeoutPreemptively(SOON, () -> config(text));
    }

    private SshConfig config(String text) throws IOException {
        return SshConfig.read(write("config", text), here());
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve(".ssh")).resolve(name);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private Here here() {
        return new Here(home, System.getProperty("user.name"), () -> "here", Map.of());
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream().map(it -> it.spot().line() + ": " + title(it)).toList();
    }

    private static String title(Finding finding) {
        return finding.words().title(Locale.ENGLISH);
    }

    private static String text(String key, String... facts) {
        return new BadInput(key, facts).title(Locale.ENGLISH);
    }
}
