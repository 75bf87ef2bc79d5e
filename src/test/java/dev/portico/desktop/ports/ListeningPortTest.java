package dev.portico.desktop.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.ListeningPort.Kind;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListeningPortTest {
    @ParameterizedTest
    @CsvSource({
        "8123, python3, WEB, false",
        "8123, python3.12, WEB, false",
        "5432, node, WEB, false",
        "5900, vite, WEB, false",
        "1883, next-server (v1, WEB, false",
        "80, apache2, WEB, false",
        "22122, sshd, OTHER, true",
        "8080, x11vnc, OTHER, true",
        "8080, cupsd, OTHER, false",
        "8080, postgres, DATABASE, true",
        "22, redis-server, DATABASE, true",
        "8080, java, WEB, false"
    })
    void aKnownProcessSaysWhatItIsOnAnyPort(
            int port, String process, Kind kind, boolean sensitive) {
        assertThat(listening(port, process))
                .returns(kind, ListeningPort::kind)
                .returns(sensitive, ListeningPort::isSensitive);
    }

    @ParameterizedTest
    @CsvSource({
        "8123, '', DATABASE, true",
        "5432, docker-proxy, DATABASE, true",
        "22, '', OTHER, true",
        "631, '', OTHER, false",
        "443, '', WEB, false",
        "8000, '', OTHER, false",
        "8000, shop, WEB, false"
    })
    void withoutOneTheNumberIsTheGuess(int port, String process, Kind kind, boolean sensitive) {
        assertThat(listening(port, process))
                .returns(kind, ListeningPort::kind)
                .returns(sensitive, ListeningPort::isSensitive);
    }

    @ParameterizedTest
    @CsvSource({"9200, java", "9042, java", "7687, java"})
    void aDatabaseThatRunsOnJavaIsOne(int port, String process) {
        assertThat(listening(port, process))
                .returns(Kind.DATABASE, ListeningPort::kind)
                .returns(true, ListeningPort::isSensitive);
    }

    private static ListeningPort listening(int port, String process) {
        return new ListeningPort(port, process, "", false);
    }
}
