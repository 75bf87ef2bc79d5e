package dev.portico.interop.config.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Given;
import dev.portico.interop.config.Here;
import dev.portico.interop.config.SshConfig;
import dev.portico.share.HostKeys;
import dev.portico.share.Proxy;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ImportsTest {
    @TempDir private Path home;

    @Test
    void keepsWhatTheFileSays() throws IOException {
        Path key = write("id_web", "");
        Server server =
                server(
                        """
                        Host web
                          HostName %h.example.com
                          User deploy
                          Port 2222
                          IdentityFile ~/.ssh/id_web
                          UserKnownHostsFile ~/.ssh/known_%n
                          StrictHostKeyChecking accept-new
                          ConnectTimeout 1m
                          ServerAliveInterval 5
                          ServerAliveCountMax 2
                        """);
        assertThat(server.address()).isEqualTo("deploy@web.example.com:2222");
        assertThat(server.signIn()).isEqualTo(new SignIn.KeyFiles(List.of(key)));
        assertThat(server.hostKeys())
                .isEqualTo(new HostKeys(Optional.of(home.resolve(".ssh/known_web")), true));
        assertThat(server.connectTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(server.deadAfter()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesTheUsualWhereTheFileSaysNothing() throws IOException {
        Server server = server("Host web\n  User me\n");
        assertThat(server).isEqualTo(new Server("web", "web", 22, "me", new SignIn.Automatic()));
    }

    @Test
    void saysWhichLineGaveEachValue() throws IOException {
        Imported web = web("Host web\n  Port 2222\nHost *\n  User me\n  Port 1\n");
        assertThat(web.lines(Part.ADDRESS))
                .extracting(Given::rest, line -> line.spot().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2222", 2),
                        org.assertj.core.groups.Tuple.tuple("me", 4));
    }

    @Test
    void aJumpServerOfTheFileIsImportedToo() throws IOException {
        Imports imports =
                imports(
                        "Host web\n  ProxyJump gate\nHost gate\n  User g\n  ProxyJump outer\n"
                                + "Host outer\n  User o\nHost other\n  User x\n");
        assertThat(imports.withJumps(List.of("web")))
                .extracting(Imported::alias)
                .containsExactly("web", "gate", "outer");
        assertThat(imports.server("web").orElseThrow().server().way().jumps())
                .containsExactly("gate");
    }

    @Test
    void anotherJumpServerIsKeptByItsAddress() throws IOException {
        Server server =
                server(
                        "Host web\n"
                                + "  ProxyJump me@gate:2200,10.0.0.1,you@[::1]:23\n"
                                + "Host *\n"
                                + "  User u\n");
        assertThat(server.way().jumps())
                .containsExactly("me@gate:2200", "u@10.0.0.1:22", "you@[::1]:23");
    }

    @Test
    void aJumpServerWithAnotherUserIsKeptByItsAddressAndItsKeyIsSaidToBeLost() throws IOException {
        write("id", "");
        Imported web =
                web(
                        "Host web\n  ProxyJump me@gate\nHost gate\n  HostName g.example.com\n"
                                + "  Port 24\n  IdentityFile ~/.ssh/id\n");
        assertThat(web.server().way().jumps()).containsExactly("me@g.example.com:24");
        assertThat(leftOut(web)).anyMatch(it -> it.startsWith("The jump server me@gate is kept"));
    }

    @Test
    void keysThatAreNotThereArePassedOverWhereOthersAre() throws IOException {
        Path there = write("there", "");
        Imported web = web("Host web\n  IdentityFile ~/.ssh/gone\n  IdentityFile ~/.ssh/there\n");
        assertThat(web.server().signIn()).isEqualTo(new SignIn.KeyFiles(List.of(there)));
        assertThat(leftOut(web)).hasSize(1).first().asString().contains("There is no key");
    }

    @Test
    void withoutKeysThePasswordIsAskedFor() throws IOException {
        assertThat(server("Host web\n  PubkeyAuthentication no\n").signIn())
                .isEqualTo(new SignIn.Password());
    }

    @Test
    void oldAlgorithmsMakeItOneOfTheOld() throws IOException {
        assertThat(server("Host web\n  HostKeyAlgorithms +ssh-rsa\n").legacy()).isTrue();
        assertThat(server("Host web\n  Ciphers -aes128-cbc\n").legacy()).isFalse();
        assertThat(server("Host web\n  Ciphers aes128-ctr\n").legacy()).isFalse();
    }

    @Test
    void whatPorticoDoesNotDoIsSaid() throws IOException {
        Imported web =
                web(
                        """
                        Host web
                          ProxyCommand nc %h %p
                          StrictHostKeyChecking no
                          UserKnownHostsFile /dev/null
                          HostKeyAlias other
                          LocalForward 1 h:1
                          AddressFamily inet6
                          Compression yes
                        """);
        assertThat(leftOut(web)).hasSize(6).allMatch(text -> !text.contains("{"));
        assertThat(web.server().hostKeys()).isEqualTo(HostKeys.USUAL);
        assertThat(web.findings())
                .filteredOn(it -> it.weight() == Finding.Weight.NOT_NEEDED)
                .hasSize(1);
    }

    @Test
    void forwardsBecomeShares() throws IOException {
        Imported web =
                web(
                        """
                        Host web
                          RemoteForward 8080 localhost:3000
                          RemoteForward *:0 [::1]:3001
                          RemoteForward [2001:db8::1]:80 10.0.0.9:80
                          RemoteForward 9000 /run/%h.sock
                          RemoteForward /run/there localhost:1
                          RemoteForward 1080
                          RemoteForward name:1 localhost:1
                        """);
        assertThat(web.shares())
                .extracting(s -> s.bind() + " " + s.port() + " " + s.target().text())
                .containsExactly(
                        "localhost 8080 localhost:3000",
                        "* 0 [::1]:3001",
                        "2001:db8::1 80 10.0.0.9:80",
                        "localhost 9000 unix:/run/web.sock");
        assertThat(web.shares()).extracting(Share::name).doesNotHaveDuplicates();
        assertThat(web.shares()).noneMatch(Share::on);
        assertThat(leftOut(web)).hasSize(3);
    }

    @Test
    void aSecondImportChangesOnlyWhatTheFileSays() throws IOException {
        Imported web = web("Host web\n  User me\n  Port 2222\n");
        Server saved =
                new Server("web", "web", 22, "me", new SignIn.Agent())
                        .withBind(Optional.of("*"))
                        .withWay(new Way(List.of(), Optional.of(Proxy.parse("http://p:1"))));
        Server now = web.on(saved, Set.of());
        assertThat(now).isEqualTo(saved.at("web", 2222, "me"));
        assertThat(web.state(Optional.of(saved)))
                .isEqualTo(
                        new State.Changed(
                                List.of(
                                        new State.Change(
                                                Part.ADDRESS, "me@web:22", "me@web:2222"))));
        assertThat(web.state(Optional.of(now))).isEqualTo(new State.Same());
        assertThat(web.state(Optional.empty())).isEqualTo(new State.New());
    }

    @Test
    void aSecondImportMakesNoDoubles() throws IOException {
        Imported web = web("Host web\n  RemoteForward 8080 localhost:3000\n");
        ImportChoice choice = new ImportChoice(home.resolve("f"), List.of(web), true, true);
        List<Server> servers = choice.servers(List.of());
        List<Share> shares = choice.shares(List.of());
        List<ServerLink> links = choice.links(List.of());
        assertThat(choice.servers(servers)).isEqualTo(servers).hasSize(1);
        assertThat(choice.shares(shares)).isEqualTo(shares).hasSize(1);
        assertThat(choice.links(links)).isEqualTo(links).hasSize(1);
        List<Share> renamed = List.of(shares.getFirst().withName("mine"));
        assertThat(choice.shares(renamed)).isEqualTo(renamed);
    }

    @Test
    void aCopyNoLongerFollows() throws IOException {
        Imported web = web("Host web\n");
        Imported full = web("Host web\n  User me\n");
        ServerLink link = Following.link("web", full, home.resolve("f"));
        assertThat(web.given()).containsExactly(Part.ADDRESS);
        assertThat(new ImportChoice(home, List.of(full), false, false).links(List.of(link)))
                .isEmpty();
    }

    @Test
    void namesThatCannotBeServersAreSaid() throws IOException {
        Imports imports = imports("Host practice web a:b -x\n  User me\n");
        assertThat(imports.servers()).extracting(Imported::alias).containsExactly("web");
        assertThat(imports.findings()).hasSize(3);
    }

    private Server server(String text) throws IOException {
        return web(text).server();
    }

    private Imported web(String text) throws IOException {
        return imports(text).server("web").orElseThrow();
    }

    private Imports imports(String text) throws IOException {
        return new Imports(SshConfig.read(write("config", text), here()));
    }

    private static List<String> leftOut(Imported imported) {
        return imported.findings().stream()
                .filter(it -> it.weight() == Finding.Weight.LEFT_OUT)
                .map(it -> it.words().title(Locale.ENGLISH))
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve(".ssh")).resolve(name);
        return Files.writeString(file, text);
    }

    private Here here() {
        return new Here(home, "local", () -> "here", Map.of());
    }
}
