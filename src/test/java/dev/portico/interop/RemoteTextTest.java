package dev.portico.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.share.BadInput;
import dev.portico.share.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class RemoteTextTest {

    @ParameterizedTest
    @CsvSource({
        "8080:localhost:80, , 8080, localhost:80",
        "0:nas:80, , 0, nas:80",
        "8080:[::1]:80, , 8080, [::1]:80",
        "*:8080:localhost:80, *, 8080, localhost:80",
        ":8080:localhost:80, '', 8080, localhost:80",
        "[::]:8080:localhost:80, ::, 8080, localhost:80",
        "[::1]:8080:[fe80::1]:80, ::1, 8080, [fe80::1]:80",
        "127.0.0.1:8080:db:5432, 127.0.0.1, 8080, db:5432",
    })
    void readsWhatSshReads(String text, String bind, int port, String target) {
        RemoteText read = RemoteText.parse(text);
        assertThat(read.isRemote()).isTrue();
        assertThat(read.bind()).isEqualTo(Optional.ofNullable(bind));
        assertThat(read.port()).contains(port);
        assertThat(read.target().text()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "3000, localhost:3000",
        "nas:80, nas:80",
        "[::1]:3000, [::1]:3000",
        "unix:/run/a:b:c.sock, unix:/run/a:b:c.sock"
    })
    void aTargetAloneIsNoRemoteText(String text, String target) {
        RemoteText read = RemoteText.parse(text);
        assertThat(read.isRemote()).isFalse();
        assertThat(read.target().text()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "65536",
                "::1:3000",
                "8080:localhost:0",
                "99999:localhost:80",
                "a:b:c:d",
                "1:2:3:4:5",
                "8080::80",
                "host:",
                "[::1:3000",
                "8080:[::1:80"
            })
    void whatIsNotClearIsRefused(String text) {
        assertThatThrownBy(() -> RemoteText.parse(text)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "8080:/run/a\\:b.sock, unix:/run/a:b.sock",
        "localhost:8080:/run/50%%.sock, unix:/run/50%.sock",
        "8080:/run/a\\\\b, unix:/run/a\\b",
        "8080:unix:80, unix:80",
    })
    void aPathIsReadAsSshReadsIt(String text, String target) {
        assertThat(RemoteText.parse(text).target()).isEqualTo(Target.parse(target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080:/run/%h.sock", "8080:/run/${HOME}", "8080:/run/%"})
    void aPathThatSshWouldFillInIsRefused(String text) {
        assertThatThrownBy(() -> RemoteText.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("percent sign");
    }

    @Test
    void spacesAroundItAreNoMatter() {
        assertThat(RemoteText.parse(" 3000 ").target().text()).isEqualTo("localhost:3000");
    }
}
