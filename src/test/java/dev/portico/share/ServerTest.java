package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ServerTest {
    private static final String ME = System.getProperty("user.name");

    @ParameterizedTest
    @CsvSource({
        "root@vps, root, vps, 22",
        "root@vps:2222, root, vps, 2222",
        "' me@vps.example.com ', me, vps.example.com, 22",
        "me@[::1]:2222, me, ::1, 2222",
        "me@[2001:db8::1], me, 2001:db8::1, 22",
        "me@corp.example@vps, me@corp.example, vps, 22",
        "me@10.0.0.1:1, me, 10.0.0.1, 1",
        "me@vps:, me, vps, 22"
    })
    void readsUserHostAndPort(String text, String user, String host, int port) {
        Server server = Server.parse(text);
        assertThat(server.user()).isEqualTo(user);
        assertThat(server.host()).isEqualTo(host);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.name()).isEqualTo(text.strip());
    }

    @Test
    void takesTheUserOfThisComputerWhenNoneIsNamed() {
        assertThat(Server.parse("vps").user()).isEqualTo(ME);
        assertThat(Server.parse("vps").address()).isEqualTo(ME + "@vps:22");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "@vps",
                "me@",
                "me@vps:0",
                "me@vps:65536",
                "me@vps:x",
                "me@::1",
                "me@[::1",
                "-oProxyCommand=id@vps",
                "me@-oProxyCommand=id",
                "a b@vps",
                "me@v ps",
                "me@vps/x",
                "me@$(id)",
                "me@vps;id"
            })
    void refusesWithAReason(String text) {
        assertThatThrownBy(() -> Server.parse(text))
                .isInstanceOf(BadInput.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@", "a@:22"})
    void saysHowAServerIsWritten(String text) {
        assertThatThrownBy(() -> Server.parse(text))
                .hasMessageContaining("Write user@host or user@host:port.");
    }

    @Test
    void hasUsefulDefaults() {
        Server server = Server.parse("me@vps");
        assertThat(server.signIn()).isEqualTo(new SignIn.Automatic());
        assertThat(server.hostKeys()).isEqualTo(HostKeys.USUAL);
        assertThat(server.connectTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(server.bind()).isEmpty();
        assertThat(server.isPractice()).isFalse();
    }

    @Test
    void changesOneThingAtATime() {
        Server server = Server.parse("me@vps");
        SignIn key = new SignIn.KeyFiles(List.of(Path.of("id")));
        HostKeys hostKeys = new HostKeys(Optional.of(Path.of("known")), true);
        Server other =
                server.withName("demo")
                        .withSignIn(key)
                        .withHostKeys(hostKeys)
                        .withBind(Optional.of("*"))
                        .withConnectTimeout(Duration.ofSeconds(3));
        assertThat(other)
                .isEqualTo(
                        new Server(
                                "demo",
                                "vps",
                                22,
                                "me",
                                key,
                                hostKeys,
                                Optional.of("*"),
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(3),
                                Server.DEAD_AFTER));
    }
}
