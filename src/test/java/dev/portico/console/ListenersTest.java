package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Target;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

class ListenersTest {
    private static final String HEAD = "  sl  local_address rem_address   st tx_queue rx_queue\n";

    @TempDir Path proc;

    @BeforeEach
    void makeTables() throws IOException {
        Files.createDirectories(proc.resolve("net"));
        write("tcp", "");
    }

    private void write(String table, String line) throws IOException {
        Files.writeString(proc.resolve("net").resolve(table), HEAD + line + "\n");
    }

    private boolean isMissing(String target) {
        return new Listeners(proc).isMissing(Target.parse(target));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, 0100007F, 3000, false",
        "tcp, 0100007F, 127.0.0.1:3000, false",
        "tcp, 0100007F, 127.0.0.2:3000, true",
        "tcp, 0100007F, [::1]:3000, true",
        "tcp, 0100007F, 3001, true",
        "tcp, 00000000, 3000, false",
        "tcp, 00000000, 127.0.0.2:3000, false",
        "tcp, 00000000, [::1]:3000, true",
        "tcp, 0A00000A, 3000, true",
        "tcp6, 00000000000000000000000000000000, 3000, false",
        "tcp6, 00000000000000000000000000000000, [::1]:3000, false",
        "tcp6, 00000000000000000000000001000000, 3000, false",
        "tcp6, 00000000000000000000000001000000, 127.0.0.1:3000, true",
        "tcp6, 0000000000000000FFFF00000100007F, 127.0.0.1:3000, false",
    })
    void looksForTheAddressThatVisitorsReach(
            String table, String address, String target, boolean missing) throws IOException {
        write(table, "   0: " + address + ":0BB8 00000000:0000 0A 00000000:00000000");
        assertThat(isMissing(target)).isEqualTo(missing);
    }

    @Test
    void aConnectionIsNoListener() throws IOException {
        write("tcp", "   0: 0100007F:0BB8 0100007F:9999 01 00000000:00000000");
        assertThat(isMissing("3000")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nas:3000", "10.0.0.1:3000", "127.example.com:3000"})
    void ofOtherComputersItKnowsNothing(String target) {
        assertThat(isMissing(target)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "   0: 0100007F 0100007F:9999 0A"})
    void whatItDoesNotUnderstandItPassesOver(String line) throws IOException {
        write("tcp", line);
        assertThat(isMissing("3000")).isTrue();
    }

    @Test
    void whatItCannotReadLeavesItUnsure() throws IOException {
        write("tcp", "   0: xyz:0BB8 00000000:0000 0A 00000000:00000000");
        assertThat(isMissing("3000")).isFalse();
    }

    @Test
    void withoutTheTableNothingIsKnown() throws IOException {
        Files.delete(proc.resolve("net/tcp"));
        assertThat(isMissing("3000")).isFalse();
    }

    @Test
    void aUnixSocketIsAFile() throws IOException {
        Path socket = proc.resolve("app.sock");
        assertThat(isMissing("unix:" + socket)).isTrue();
        Files.writeString(socket, "");
        assertThat(isMissing("unix:" + socket)).isFalse();
    }

    @Test
    void aRealListenerIsFound() throws IOException {
        try (ServerSocket service = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Target target = new Target.Tcp("localhost", service.getLocalPort());
            assertThat(new Listeners(Path.of("/proc")).isMissing(target)).isFalse();
        }
    }
}
