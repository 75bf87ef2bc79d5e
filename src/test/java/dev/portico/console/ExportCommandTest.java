package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.PortRange;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.store.SettingsStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

class ExportCommandTest {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDAZL2Tk2CM6gnbiSrTxQGwEXEVz8kFqdN7jFvu8Pn8N";

    private static final Server VPS =
            new Server("vps", "vps.example.com", 22, "me", new SignIn.Agent());

    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void saveShares() {
        terminal = new Terminal(folder);
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            store.update(
                    settings ->
                            settings.withServers(List.of(VPS, VPS.withName("idle")))
                                    .withShares(
                                            List.of(
                                                    share("web", "vps", 8080),
                                                    share("my api", "vps", 8081),
                                                    share("try", "practice", 0))));
        }
    }

    private static Share share(String name, String server, int port) {
        return new Share(name, Target.parse("3000"), server, port, "localhost");
    }

    private String exported(String... arguments) {
        terminal.out.reset();
        terminal.err.reset();
        assertThat(terminal.run(arguments)).as(terminal.complained()).isZero();
        assertThat(terminal.complained()).isEmpty();
        return terminal.said();
    }

    private String refused(String... arguments) {
        terminal.out.reset();
        terminal.err.reset();
        assertThat(terminal.run(arguments)).isEqualTo(2);
        assertThat(terminal.said()).isEmpty();
        return terminal.complained();
    }

    @Test
    void aShareIsOneLineOfSshAndNothingElse() {
        assertThat(exported("export", "web", "--as", "ssh"))
                .isEqualTo(
                        "ssh -N -o ExitOnForwardFailure=yes -o ServerAliveInterval=2 -R"
                                + " localhost:8080:localhost:3000 -p 22 me@vps.example.com\n");
    }

    @Test
    void aServerIsAllOfItsShares() {
        assertThat(exported("export", "vps", "web", "--as=autossh").lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("autossh -M 0 -N "));
        assertThat(exported("export", "vps", "--as=ssh-config"))
                .contains("Host web\n", "\n\nHost my-api\n");
    }

    @Test
    void aUnitRunsSshOrPortico() {
        assertThat(exported("export", "web", "--as=systemd"))
                .contains("ExecStart=/usr/bin/ssh -N ");
        assertThat(exported("export", "my api", "--as=systemd", "--of=portico"))
                .contains("ExecStart=portico share localhost:3000 --on=vps", "\"--name=my api\"");
        assertThat(exported("export", "web", "--as=launchd"))
                .contains("<string>/usr/bin/ssh</string>", "<string>dev.portico.web</string>");
    }

    @Test
    void aSiteIsForAWebServer() {
        assertThat(exported("export", "web", "--as=nginx", "--basic-auth"))
                .contains("server_name vps.example.com;", "proxy_pass http://127.0.0.1:8080;")
                .contains("auth_basic \"Portico\";");
        assertThat(exported("export", "web", "--as=caddy"))
                .isEqualTo("https://vps.example.com {\n\treverse_proxy http://127.0.0.1:8080\n}\n");
    }

    @Test
    void aServerIsToldWhatItLetsThrough() throws IOException {
        assertThat(exported("export", "vps", "--as=sshd-config"))
                .contains(
                        "# vps me@vps.example.com:22\nMatch User me\n",
                        "PermitListen localhost:8080 localhost:8081\n");
        Path key = Files.writeString(folder.resolve("key.pub"), KEY + " me@here\n");
        assertThat(exported("export", "web", "--as=authorized-keys", "--public-key", "" + key))
                .contains(
                        "permitlisten=\"localhost:8080\",permitopen=\"127.0.0.1:8080\"",
                        KEY + " me@here\n");
        assertThat(refused("export", "web", "--as=authorized-keys"))
                .contains("does not sign in with a key file");
        assertThat(refused("export", "idle", "--as=sshd-config")).contains("no range of ports");
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            SignIn files = new SignIn.KeyFiles(List.of(folder.resolve("key")));
            Optional<PortRange> ports = Optional.of(new PortRange(9000, 9001));
            Server ranged = VPS.withName("ranged").withSignIn(files).withPorts(ports);
            store.update(settings -> settings.withServers(List.of(ranged)));
        }
        assertThat(exported("export", "ranged", "--as=authorized-keys"))
                .contains("permitlisten=\"localhost:9001\"");
    }

    @Test
    void severalSharesStandBehindOneName() {
        assertThat(exported("export", "vps", "--as=nginx-upstream", "--site=www.example.com"))
                .contains(
                        "upstream portico_web {",
                        "    server 127.0.0.1:8080 max_fails=1 fail_timeout=5s;\n",
                        "    server 127.0.0.1:8081 max_fails=1 fail_timeout=5s;\n",
                        "server_name www.example.com;");
        assertThat(refused("export", "web", "--as=ssh", "--site=a")).contains("--site goes");
        assertThat(refused("export", "web", "--as=ssh", "--public-key=a"))
                .contains("--public-key goes");
    }

    @Test
    void wrongNamesAreAnsweredWithWhatIsSaved() {
        assertThat(refused("export", "wbe", "--as=ssh"))
                .contains("no saved share or server named wbe", "web, my api, try, vps, idle");
        assertThat(refused("export", "idle", "--as=ssh")).contains("No saved share goes through");
        assertThat(refused("export", "try", "--as=ssh")).contains("practice server");
        assertThat(refused("export", "web", "--as=word")).contains("ssh, autossh, ssh-config");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        assertThat(refused("export", "vps", "--as=systemd")).contains("one share");
        assertThat(refused("export", "vps", "--as=nginx")).contains("answer at vps.example.com");
        assertThat(refused("export", "web", "--as=ssh", "--basic-auth")).contains("--as nginx");
        assertThat(refused("export", "web", "--as=ssh", "--of=portico")).contains("--of is");
        assertThat(refused("export", "web", "--as=systemd", "--of=x")).contains("--of is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssh", "systemd", "nginx"})
    void nothingIsSavedYet(String form) {
        terminal = new Terminal(folder.resolve("empty"));
        assertThat(refused("export", "web", "--as", form)).contains("none is saved yet");
    }

    @Test
    void helpHasAnExample() {
        assertThat(exported("export", "--help")).contains("Example", "  portico export web");
        assertThat(exported("help", "export")).contains("  portico export web");
    }
}
