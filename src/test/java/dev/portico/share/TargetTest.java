package dev.portico.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

class TargetTest {

    @ParameterizedTest
    @CsvSource({
        "3000, localhost, 3000",
        "' 3000 ', localhost, 3000",
        "localhost:3000, localhost, 3000",
        "nas:80, nas, 80",
        "nas.home.arpa:80, nas.home.arpa, 80",
        "127.0.0.2:8080, 127.0.0.2, 8080",
        "[::1]:8080, ::1, 8080",
        "[fe80::1%eth0]:22, fe80::1%eth0, 22",
        "1, localhost, 1",
        "65535, localhost, 65535",
        "http://localhost:3000, localhost, 3000",
        "HTTP://Nas/, Nas, 80",
        "https://nas, nas, 443",
        "https://nas:8443/path?a=b:c#d, nas, 8443",
        "http://nas?x, nas, 80",
        "http://[::1]:8080/, ::1, 8080"
    })
    void readsAPortOrAHostAndAPort(String text, String host, int port) {
        assertThat(Target.parse(text)).isEqualTo(new Target.Tcp(host, port));
    }

    @Test
    void readsAUnixSocket() {
        Target socket = Target.parse("unix:/run/app.sock");
        assertThat(socket).isEqualTo(new Target.UnixSocket(Path.of("/run/app.sock")));
        assertThat(socket.text()).isEqualTo("unix:/run/app.sock");
        assertThat(socket.shortName()).isEqualTo("app.sock");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nas",
                "nas:",
                ":80",
                "0",
                "65536",
                "99999999999",
                "-1",
                "80x",
                "nas:80:90",
                "::1",
                "::1:80",
                "[::1]",
                "[::1",
                "[::1]80",
                "[]:80",
                "unix:",
                "unix:app.sock",
                "unix:/a\0b",
                "unix:/ends with a space /",
                "[8080]:80",
                "http://8080/",
                "unix:/this-path-has-one-byte-more-than-there-is-room-for/in-the-kernel-which-keeps-it-in-an-array-of-fixed-length",
                "a b:80",
                "a/b:80",
                "-o:80",
                "nas:-1",
                "nas:0",
                "$(id):80",
                "http://",
                "http:///path",
                "http://nas:0",
                "http://user@nas:80",
                "http://nas:80:90/",
                "ftp://nas:21",
                "://nas:80",
                "8080:80",
                "0:80",
                "*:80",
                "\u0663\u0664",
                "nas:\u0663"
            })
    void refusesWithAReason(String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(BadInput.class)
                .message()
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "-5, \"-5\" is not a port. Ports go from 1 to 65535.",
        "8080:80, '\"8080:80\" looks like a mapping. Write 80 and choose port 8080 on the server"
                + ".'",
        "ftp://nas:21, 'Leave out \"ftp://\". Write host:port, such as nas:80.'"
    })
    void saysWhatToWriteInstead(String text, String sentence) {
        assertThatThrownBy(() -> Target.parse(text)).hasMessage(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:1",
                "nas:80",
                "[::1]:65535",
                "127.0.0.1:9",
                "unix:/a b/c.sock",
                "unix:80"
            })
    void comesBackFromItsOwnText(String text) {
        assertThat(Target.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3000, 3000", "127.0.0.1:3000, 3000", "[::1]:3000, 3000", "nas:80, nas:80"})
    void hasAShortName(String text, String name) {
        assertThat(Target.parse(text).shortName()).isEqualTo(name);
    }
}
