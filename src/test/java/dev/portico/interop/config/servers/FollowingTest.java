package dev.portico.interop.config.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.interop.config.Here;
import dev.portico.interop.config.SshConfig;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;
import dev.portico.share.SignIn;
import dev.portico.share.Way;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A saved server that follows a file is what the file says now.
class FollowingTest {
    @TempDir private Path home;

    @Test
    void aServerThatFollowsIsWhatTheFileSaysNow() throws IOException {
        Imported web = web("Host web\n  User me\n  ConnectTimeout 30\n  ProxyJump a@b\n");
        ServerLink link = Following.link("web", web, home.resolve(".ssh/config"));
        Server mine = web.server().withBind(Optional.of("*"));
        write("config", "Host web\n  User you\n  ProxyJump a@c\n");
        Following following = new Following(List.of(link), here());
        Server now = following.servers(List.of(mine)).getFirst();
        assertThat(now.address()).isEqualTo("you@web:22");
        assertThat(now.way().jumps()).containsExactly("a@c:22");
        assertThat(now.connectTimeout()).as("no longer said").isEqualTo(Server.CONNECT_TIMEOUT);
        assertThat(now.bind()).as("the user's own").contains("*");
        assertThat(following.links(List.of(link), List.of(now)))
                .singleElement()
                .satisfies(it -> assertThat(it.gave()).containsExactly("ADDRESS", "WAY"));
    }

    @Test
    void aJumpServerThatTheFileHasNowIsSavedToo() throws IOException {
        Imported web = web("Host web\n  User me\n");
        ServerLink link = Following.link("web", web, home.resolve(".ssh/config"));
        write("config", "Host web\n  User me\n  ProxyJump gate\nHost gate\n  User g\n");
        assertThat(new Following(List.of(link), here()).servers(List.of(web.server())))
                .extracting(Server::name)
                .containsExactly("web", "gate");
    }

    @Test
    void aServerWhoseFileIsGoneStaysAsItIs() throws IOException {
        Imported web = web("Host web\n  User me\n");
        ServerLink gone = Following.link("web", web, home.resolve("gone"));
        ServerLink other = new ServerLink("web", home.resolve(".ssh/config"), "none", List.of());
        for (ServerLink link : List.of(gone, other)) {
            Following following = new Following(List.of(link), here());
            assertThat(following.servers(List.of(web.server()))).containsExactly(web.server());
            assertThat(following.links(List.of(link), List.of(web.server()))).containsExactly(link);
            assertThat(following.links(List.of(link), List.of())).isEmpty();
        }
    }

    @Test
    void aServerThatWouldFollowIntoARingStaysAsItIs() throws IOException {
        Imported web = web("Host web\n  User me\n");
        ServerLink link = Following.link("web", web, home.resolve(".ssh/config"));
        Server gate =
                new Server("gate", "gate", 22, "g", new SignIn.Automatic())
                        .withWay(new Way(List.of("web"), Optional.empty()));
        write("config", "Host web\n  User me\n  ProxyJump gate\nHost gate\n  User g\n");
        List<Server> saved = List.of(web.server(), gate);
        assertThat(new Following(List.of(link), here()).servers(saved)).isEqualTo(saved);
    }

    private Imported web(String text) throws IOException {
        SshConfig config = SshConfig.read(write("config", text), here());
        return new Imports(config).server("web").orElseThrow();
    }

    private Path write(String name, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve(".ssh")).resolve(name);
        return Files.writeString(file, text);
    }

    private Here here() {
        return new Here(home, "local", () -> "here", Map.of());
    }
}
