package dev.portico.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.EchoVisitor;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.SshClient;
import dev.portico.share.Proxy;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Way;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What stands in the command, and that the real ssh understands it.
class SshCommandTest {
    private static final Server VPS =
            new Server("vps", "vps.example.com", 22, "me", new SignIn.Automatic());

    @Test
    void itIsWhatOneWouldType() throws Exception {
        Server server =
                VPS.at("vps.example.com", 2222, "me")
                        .withSignIn(new SignIn.KeyFiles(List.of(Path.of("/home/me/my key"))));
        assertThat(line("3000", "localhost", server, 41233))
                .isEqualTo(
                        "ssh -N -o ExitOnForwardFailure=yes -o ServerAliveInterval=2"
                                + " -R localhost:41233:localhost:3000 -o IdentitiesOnly=yes"
                                + " -i '/home/me/my key' -p 2222 me@vps.example.com");
    }

    @Test
    void everyoneIsAStarThatTheShellLeavesAlone() throws Exception {
        assertThat(line("nas:80", "", VPS, 8080)).contains("-R '*:8080:nas:80'");
        assertThat(line("nas:80", "*", VPS, 0)).contains("-R '*:0:nas:80'");
    }

    @Test
    void addressesOfIpv6StandInBrackets() throws Exception {
        assertThat(line("[fe80::1]:80", "2001:db8::1", VPS, 8080))
                .contains("-R '[2001:db8::1]:8080:[fe80::1]:80'");
    }

    @Test
    void aSocketIsNamedByItsPath() throws Exception {
        assertThat(line("unix:/run/app.sock", "localhost", VPS, 8080))
                .contains("-R localhost:8080:/run/app.sock");
    }

    @Test
    void jumpsWithoutWaysOfTheirOwnStandInOneWord() throws Exception {
        Server far = VPS.withWay(new Way(List.of("gate", "you@[::1]:2200"), Optional.empty()));
        assertThat(line("3000", "localhost", far, 0))
                .contains("-J 'me@gate.example.com:22,you@[::1]:2200'");
    }

    @Test
    void aJumpWithAKeyOfItsOwnIsACommandOfItsOwn() throws Exception {
        Server far = VPS.withWay(new Way(List.of("keyed"), Optional.empty()));
        assertThat(line("3000", "localhost", far, 0))
                .contains(
                        "'ProxyCommand=ssh -W '\\''[%h]:%p'\\'' -o IdentitiesOnly=yes -i /k -p 22"
                                + " me@keyed.example.com'");
    }

    @Test
    void aProxyIsPassedByNetcat() throws Exception {
        Proxy proxy = Proxy.parse("socks5://you@proxy.example.com:1080");
        Server far = VPS.withWay(new Way(List.of(), Optional.of(proxy)));
        assertThat(line("3000", "localhost", far, 0))
                .contains("'ProxyCommand=nc -X 5 -x proxy.example.com:1080 -P you %h %p'");
    }

    @Test
    void aQuoteInAWordDoesNotEndIt() {
        List<String> words = List.of("printf", "%s", "it's $HOME; `id` \"x\"");
        assertThat(Commands.succeed("sh", "-c", ShellWords.line(words)))
                .contains("it's $HOME; `id` \"x\"");
    }

    @Test
    @RequiresSshd
    void theRealSshSharesTheSameByIt() throws Exception {
        SshClient.require();
        try (RealSshd sshd = RealSshd.start();
                LocalServices.Service echo = LocalServices.echo()) {
            int port = LocalServices.unusedPort();
            Share share = new Share("web", echo.target(), "real", 0, "localhost");
            String line =
                    ShellWords.line(
                            SshCommand.of(share, sshd.server(), port, _ -> Optional.empty()));
            Process ssh = new ProcessBuilder("sh", "-c", "exec " + line).inheritIO().start();
            try {
                Await.until(Duration.ofSeconds(20), "ssh to share", () -> Listening.on(port));
                EchoVisitor.echo(port, 1, 100_000);
            } finally {
                ssh.destroy();
                ssh.waitFor();
            }
        }
    }

    private static String line(String target, String bind, Server server, int port)
            throws Exception {
        Map<String, Server> saved =
                Map.of(
                        "gate",
                        new Server("gate", "gate.example.com", 22, "me", new SignIn.Automatic()),
                        "keyed",
                        new Server(
                                "keyed",
                                "keyed.example.com",
                                22,
                                "me",
                                new SignIn.KeyFiles(List.of(Path.of("/k")))));
        Share share = new Share("web", Target.parse(target), "vps", 0, bind);
        return ShellWords.line(
                SshCommand.of(share, server, port, name -> Optional.ofNullable(saved.get(name))));
    }
}
