package dev.portico.interop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.Scale;
import dev.portico.interop.RemoteText;
import dev.portico.interop.ShellWords;
import dev.portico.interop.SshCommand;
import dev.portico.interop.SshLine;
import dev.portico.share.BadInput;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// What stands in the exports; that the real programs take them is tested beside.
class ExportTest {
    private static final Share WEB = Exports.share("web", "3000", 8080, "localhost");

    @Test
    void twoSharesNeverGetOneAlias() {
        Alias alias = Alias.each(List.of("a b", "a/b", "a-b", "…", "share", "a-b-2"));
        assertThat(List.of("a b", "a/b", "a-b", "…", "share", "a-b-2"))
                .extracting(alias::of)
                .containsExactly("a-b-3", "a-b-4", "a-b", "share-2", "share", "a-b-2");
    }

    @Test
    void autosshWatchesWithoutPortsOfItsOwn() throws Exception {
        assertThat(ShellWords.line(ExportedCommand.autossh(WEB, Exports.VPS, Exports::none)))
                .isEqualTo(
                        "autossh -M 0 -N -o ExitOnForwardFailure=yes -o ServerAliveInterval=2"
                                + " -R localhost:8080:localhost:3000 -p 2222 me@vps.example.com");
    }

    @Test
    void aHostBlockSaysAllThatTheLineSays() throws Exception {
        Server server =
                Exports.keyed("/home/me/my key")
                        .withWay(new Way(List.of("you@gate:22"), Optional.empty()));
        assertThat(SshConfigBlock.of("my-web", WEB.withName("my web"), server, Exports::none))
                .startsWith("Host my-web\n    HostName vps.example.com\n    User me\n")
                .contains(
                        "    Port 2222\n",
                        "    IdentityFile \"/home/me/my key\"\n",
                        "    IdentitiesOnly yes\n",
                        "    RemoteForward localhost:8080 localhost:3000\n",
                        "    ExitOnForwardFailure yes\n",
                        "    ServerAliveInterval 2\n");
    }

    @Test
    void aJumpStandsInTheHostBlock() throws Exception {
        Server far = Exports.VPS.withWay(new Way(List.of("you@gate:2200"), Optional.empty()));
        assertThat(SshConfigBlock.of("web", WEB, far, Exports::none))
                .contains("    ProxyJump you@gate:2200\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\"b", "/a\nHost *", "/${HOME}/k", "/a\\\\b", "/ends\\", "/a\u2028b"})
    void whatAHostBlockCannotHoldIsRefused(String key) {
        assertThatThrownBy(() -> SshConfigBlock.of("web", WEB, Exports.keyed(key), Exports::none))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("safely");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"", "a#b", "%h", "$USER", "a\nb"})
    void aUserThatAHostBlockCannotHoldIsRefused(String user) {
        Server server = new Server("vps", "h", 22, user, new SignIn.Automatic());
        assertThatThrownBy(() -> SshConfigBlock.of("web", WEB, server, Exports::none))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aUserThatLooksLikeAnOptionIsRefused() {
        Server server = new Server("vps", "h", 22, "-oProxyCommand=x", new SignIn.Automatic());
        assertThatThrownBy(() -> ExportedCommand.ssh(WEB, server, Exports::none))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aSocketIsWrittenSoThatSshReadsItsPath() {
        Share share = Exports.share("web", "unix:/run/a:b%c", 8080, "localhost");
        assertThat(SshCommand.target(share)).isEqualTo("/run/a\\:b%%c");
    }

    @Test
    void aKeyWithAPercentSignIsNamedWhereSshLooksForIt() throws Exception {
        Server server = Exports.keyed("/keys/50% mine");
        String line = ShellWords.line(ExportedCommand.ssh(WEB, server, Exports::none));
        assertThat(line).contains("-o 'IdentityFile=\"/keys/50%% mine\"'");
        assertThat(((SshLine.Understood) SshLine.parse(line)).server().signIn())
                .isEqualTo(server.signIn());
    }

    @Test
    void whatSshWouldFillInIsRefused() {
        Share share = Exports.share("web", "unix:/run/${HOME}", 8080, "localhost");
        assertThatThrownBy(() -> ExportedCommand.ssh(share, Exports.VPS, Exports::none))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void theLastPortIsWrittenWhereNoneIsAskedFor() throws Exception {
        Share share =
                Exports.share("web", "3000", 0, "localhost").withLastPorts(Map.of("vps", 41233));
        assertThat(ExportedCommand.ssh(share, Exports.VPS, Exports::none))
                .contains("localhost:41233:localhost:3000");
    }

    @Test
    void systemdFillsNothingIn() {
        assertThat(SystemdUnit.of("50% \\", List.of("/bin/x", "%h", "$A", "a \"b\\", "plain")))
                .contains(
                        "Description=Share 50%% \\ by x\n",
                        "ExecStart=/bin/x %%h \"$$A\" \"a \\\"b\\\\\" plain\n",
                        "Restart=always\nRestartSec=5\n",
                        "After=network-online.target\n");
    }

    @Test
    void aUnitCannotGetASecondLine() {
        assertThatThrownBy(() -> SystemdUnit.of("a\nExecStart=/bin/y", List.of("/bin/x")))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> LaunchdPlist.of("a", List.of("/bin/x", "\u0007")))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void porticosOwnLineSaysAllOfTheShare() {
        Share share = Exports.share("my web", "[::1]:80", 8080, "").withProxyHeader(ProxyHeader.V2);
        assertThat(ShellWords.line(ExportedCommand.portico("portico", share, Exports.VPS)))
                .isEqualTo(
                        "portico share '[::1]:80' --on=vps --port=8080 '--bind=*' '--name=my web'"
                                + " --proxy-protocol=v2");
    }

    @Test
    void aSiteAnswersToThePublicNameAndPassesOnToThePort() {
        Server server = site("demo.example.com", null);
        assertThat(PublicPlace.of(WEB, server))
                .isEqualTo(new PublicPlace("demo.example.com", "http://127.0.0.1:8080"));
        Server template = site(null, "https://p{port}.bücher.example/");
        assertThat(PublicPlace.of(Exports.share("w", "80", 8080, "::1"), template))
                .isEqualTo(new PublicPlace("p8080.xn--bcher-kva.example", "http://[::1]:8080"));
        assertThat(PublicPlace.of(Exports.share("w", "80", 81, "10.0.0.5"), server).upstream())
                .isEqualTo("http://10.0.0.5:81");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a b", "::1", "x{", "a\n}", ""})
    void aSiteHasANameThatAWebServerTakes(String name) {
        assertThatThrownBy(() -> PublicPlace.of(WEB, site(name, null)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("public address");
    }

    @Test
    void aSiteNeedsAPort() {
        Share share = Exports.share("web", "3000", 0, "localhost");
        assertThatThrownBy(() -> PublicPlace.of(share, Exports.VPS))
                .hasMessageContaining("no port on the server yet");
    }

    @Test
    void passwordsAreAskedForOnWish() {
        PublicPlace place = PublicPlace.of(WEB, Exports.VPS);
        assertThat(NginxSite.of(place, false)).doesNotContain("auth_basic");
        assertThat(NginxSite.of(place, true))
                .contains("auth_basic_user_file /etc/nginx/portico.htpasswd;");
        assertThat(CaddySite.of(place, false))
                .isEqualTo("https://vps.example.com {\n\treverse_proxy http://127.0.0.1:8080\n}\n");
        assertThat(CaddySite.of(place, true))
                .contains("\tbasic_auth {\n\t\timport /etc/caddy/portico.users\n\t}\n");
    }

    @Test
    void linesAreReadAsTheSameForward() throws Exception {
        Random random = new Random(8080);
        for (int i = 0; i < Scale.of(300, 10_000); i++) {
            Share share = random(random);
            Server server =
                    new Server(
                            "vps",
                            one(random, "h", "a.example.com", "10.0.0.1", "2001:db8::7"),
                            1 + random.nextInt(65535),
                            one(random, "me", "user.name", "中文", "o'neil"),
                            new SignIn.Automatic());
            String line = ShellWords.line(ExportedCommand.ssh(share, server, Exports::none));
            SshLine read = SshLine.parse(line);
            assertThat(read).as(line).isInstanceOf(SshLine.Understood.class);
            SshLine.Understood understood = (SshLine.Understood) read;
            String bind = share.bind().isEmpty() ? "*" : share.bind();
            assertThat(understood.forwards())
                    .as(line)
                    .containsExactly(
                            new RemoteText(
                                    share.target(), Optional.of(bind), Optional.of(share.port())));
            assertThat(understood.server().address()).as(line).isEqualTo(server.address());
        }
    }

    @Test
    void textsOfRAreReadAsTheSameForward() {
        Random random = new Random(22);
        for (int i = 0; i < Scale.of(300, 10_000); i++) {
            Share share = random(random);
            String text = SshCommand.listener(share, share.port()) + ":" + SshCommand.target(share);
            String bind = share.bind().isEmpty() ? "*" : share.bind();
            assertThat(RemoteText.parse(text))
                    .as(text)
                    .isEqualTo(
                            new RemoteText(
                                    share.target(), Optional.of(bind), Optional.of(share.port())));
        }
    }

    private static Share random(Random random) {
        String host =
                one(
                        random,
                        "localhost",
                        "nas",
                        "192.168.1.7",
                        "[::1]",
                        "[fe80::2]",
                        "a.b-c",
                        "unix");
        String path =
                "unix:/run/" + one(random, "a.sock", "a b", "c:d", "50%", "e\\f", "中[x", "%h");
        return Exports.share(
                one(random, "web", "my web", "中文"),
                random.nextInt(4) == 0 ? path : host + ":" + (1 + random.nextInt(65535)),
                random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(65535),
                one(random, "", "*", "localhost", "10.1.2.3", "::1", "2001:db8::1"));
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static Server site(String address, String template) {
        return new Server(
                "vps",
                "2001:db8::1",
                22,
                "me",
                new SignIn.Automatic(),
                null,
                Optional.empty(),
                Optional.ofNullable(address),
                Optional.ofNullable(template),
                null,
                null);
    }
}
