package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.LocalServices;
import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// What answers on the SSH port is not a server that means well. Each attempt ends within the
/// deadline, with one problem that can be shown.
@Timeout(60)
class HostileBeforeSignInTest {
    @TempDir Path folder;

    @BeforeAll
    static void loadWhatEveryConnectionNeeds(@TempDir Path folder) throws Exception {
        new WatchedAttempt(folder, Asker.NOBODY).loadWhatEveryConnectionNeeds();
    }

    @Fault(number = 45, done = "the server accepts and is silent")
    void silent(Told told) throws Exception {
        assertThat(attempt(told, HostileBeforeSignInTest::waits).code())
                .isEqualTo(ProblemCode.CONNECT_TIMEOUT);
    }

    @Fault(number = 45, done = "the server stalls after its version")
    void stallsAfterItsVersion(Told told) throws Exception {
        assertThat(attempt(told, SshBytes.version()).code()).isEqualTo(ProblemCode.CONNECT_TIMEOUT);
    }

    @Fault(number = 45, done = "the server stalls in the middle of the key exchange")
    void stallsInTheKeyExchange(Told told) throws Exception {
        assertThat(attempt(told, SshBytes.version(), SshBytes.keyExchangeInit()).code())
                .isEqualTo(ProblemCode.CONNECT_TIMEOUT);
    }

    @Fault(number = 45, done = "the server dribbles its version, a byte at a time, for ever")
    void dribblesItsVersion(Told told) throws Exception {
        assertThat(attempt(told, visitor -> dribbles(visitor, "SSH-2.0-".getBytes())).code())
                .isEqualTo(ProblemCode.CONNECT_TIMEOUT);
    }

    @Fault(number = 45, done = "the server dribbles the key exchange, a byte at a time")
    void dribblesTheKeyExchange(Told told) throws Exception {
        assertThat(
                        attempt(
                                        told,
                                        visitor -> {
                                            visitor.getOutputStream().write(SshBytes.version());
                                            dribbles(visitor, SshBytes.keyExchangeInit());
                                        })
                                .code())
                .isEqualTo(ProblemCode.CONNECT_TIMEOUT);
    }

    @Fault(number = 45, done = "the server floods lines before its version")
    void floodsLines(Told told) throws Exception {
        assertThat(attempt(told, visitor -> floods(visitor, SshBytes.line("welcome"))).code())
                .isEqualTo(ProblemCode.NOT_SSH);
    }

    @Fault(number = 45, done = "the server floods one line that never ends")
    void floodsOneLine(Told told) throws Exception {
        assertThat(attempt(told, visitor -> floods(visitor, new byte[8_192])).code())
                .isEqualTo(ProblemCode.NOT_SSH);
    }

    @Fault(number = 45, done = "the server floods a version that never ends")
    void floodsItsVersion(Told told) throws Exception {
        assertThat(
                        attempt(
                                        told,
                                        visitor -> {
                                            visitor.getOutputStream().write("SSH-2.0-".getBytes());
                                            floods(visitor, "x".repeat(8_192).getBytes());
                                        })
                                .code())
                .isEqualTo(ProblemCode.NOT_SSH);
    }

    @Fault(number = 45, done = "the server floods messages to ignore")
    void floodsIgnore(Told told) throws Exception {
        assertThat(attempt(told, visitor -> floodsAfterVersion(visitor, SshBytes.ignore(8_000))))
                .extracting(Problem::code)
                .isIn(ProblemCode.CONNECT_TIMEOUT, ProblemCode.CONNECTION_LOST);
    }

    @Fault(number = 45, done = "the server floods debug messages before the key exchange")
    void floodsDebug(Told told) throws Exception {
        assertThat(
                        attempt(
                                told,
                                visitor ->
                                        floodsAfterVersion(
                                                visitor, SshBytes.debug(SshBytes.WICKED))))
                .extracting(Problem::code)
                .isIn(ProblemCode.CONNECT_TIMEOUT, ProblemCode.CONNECTION_LOST);
    }

    @Fault(number = 45, done = "the server sends garbage")
    void garbage(Told told) throws Exception {
        Random random = new Random(45);
        byte[] bytes = new byte[20_000];
        random.nextBytes(bytes);
        assertThat(attempt(told, bytes).code()).isEqualTo(ProblemCode.NOT_SSH);
    }

    @Fault(number = 45, done = "the server sends garbage after its version")
    void garbageAfterItsVersion(Told told) throws Exception {
        Random random = new Random(46);
        byte[] bytes = new byte[200_000];
        random.nextBytes(bytes);
        assertThat(attempt(told, SshBytes.version(), bytes).code())
                .isEqualTo(ProblemCode.CONNECTION_LOST);
    }

    @Fault(number = 45, done = "the server says that a packet of 2 GB comes")
    void hugePacket(Told told) throws Exception {
        for (int length : new int[] {Integer.MAX_VALUE, -1, 300_000, 0}) {
            byte[] head = ByteBuffer.allocate(20_000).putInt(length).array();
            Problem problem = attempt(told, SshBytes.version(), head);
            assertThat(problem.code())
                    .as("length %s", length)
                    .isEqualTo(ProblemCode.CONNECTION_LOST);
            assertThat(problem.raw()).contains("broke the SSH protocol (packet length)");
        }
    }

    @Fault(number = 45, done = "the server's list of algorithms is longer than its packet")
    void brokenKeyExchange(Told told) throws Exception {
        Problem problem = attempt(told, SshBytes.version(), SshBytes.brokenKeyExchangeInit());
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        assertThat(problem.raw()).contains("broke the SSH protocol (key exchange)");
    }

    @Fault(number = 45, done = "the server sends new keys without an exchange")
    void newKeysFirst(Told told) throws Exception {
        assertThat(
                        attempt(
                                told,
                                SshBytes.version(),
                                SshBytes.packet(SshBytes.NEWKEYS, new byte[0])))
                .extracting(Problem::code)
                .isEqualTo(ProblemCode.CONNECTION_LOST);
    }

    @Fault(number = 45, done = "the server closes: at once, after its version, in the key exchange")
    void closes(Told told) throws Exception {
        List<byte[]> said = List.of(SshBytes.version(), SshBytes.keyExchangeInit());
        for (int phase = 0; phase <= said.size(); phase++) {
            List<byte[]> before = said.subList(0, phase);
            ProblemCode code =
                    attempt(told, visitor -> says(visitor, before.toArray(byte[][]::new))).code();
            assertThat(code)
                    .as("after %s messages", phase)
                    .isEqualTo(phase == 0 ? ProblemCode.NOT_SSH : ProblemCode.CONNECTION_LOST);
        }
    }

    @Fault(number = 40, done = "a web server, as of a guest network, answers on the SSH port")
    void http(Told told) throws Exception {
        byte[] answer = SshBytes.line("HTTP/1.1 302 Found\r\nLocation: http://sign.in/\r\n");
        Problem problem =
                attempt(
                        told,
                        visitor -> {
                            visitor.getInputStream().read();
                            says(visitor, answer);
                        });
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_SSH);
        assertThat(problem.raw()).startsWith("HTTP/1.1 302 Found");
    }

    @Fault(number = 40, done = "a web server answers on the SSH port and does not close")
    void httpThatStays(Told told) throws Exception {
        Problem problem =
                attempt(told, SshBytes.line("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n"));
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_SSH);
        assertThat(problem.raw()).startsWith("HTTP/1.1 400 Bad Request");
        assertThat(told.took()).isLessThan(WatchedAttempt.LIMIT);
    }

    @Fault(number = 46, done = "the server's version moves the cursor and turns the writing")
    void wickedVersion(Told told) throws Exception {
        assertThat(attempt(told, SshBytes.line("SSH-2.0-" + SshBytes.WICKED)).code())
                .isEqualTo(ProblemCode.CONNECT_TIMEOUT);
        assertThat(attempt(told, SshBytes.line("SSH-1.5-" + SshBytes.WICKED)).code())
                .isEqualTo(ProblemCode.NOT_SSH);
    }

    @Fault(number = 46, done = "the text before the version moves the cursor and turns the writing")
    void wickedGreeting(Told told) throws Exception {
        Problem problem = attempt(told, visitor -> says(visitor, SshBytes.line(SshBytes.WICKED)));
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_SSH);
        assertThat(problem.raw()).contains("\\u001b[2J", "\\u202e").contains("owned");
    }

    @Fault(number = 46, done = "the server's farewell moves the cursor and turns the writing")
    void wickedFarewell(Told told) throws Exception {
        Problem problem = attempt(told, SshBytes.version(), SshBytes.disconnect(SshBytes.WICKED));
        assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
        assertThat(problem.raw()).contains("\\u001b[2J", "\\u202e").contains("owned");
        assertThat(problem.quoted()).isTrue();
    }

    /// Says these and then waits.
    private Problem attempt(Told told, byte[]... said) throws Exception {
        return attempt(
                told,
                visitor -> {
                    says(visitor, said);
                    waits(visitor);
                });
    }

    private Problem attempt(Told told, LocalServices.Talk talk) throws Exception {
        try (LocalServices.Service hostile = LocalServices.tcp(talk)) {
            return new WatchedAttempt(folder, Asker.NOBODY).at(hostile.port(), told);
        }
    }

    private static void says(Socket visitor, byte[]... said) throws IOException {
        for (byte[] bytes : said) {
            visitor.getOutputStream().write(bytes);
        }
    }

    /// Reads all that comes, and never answers.
    private static void waits(Socket visitor) throws IOException {
        visitor.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static void dribbles(Socket visitor, byte[] first)
            throws IOException, InterruptedException {
        for (int i = 0; ; i++) {
            visitor.getOutputStream().write(i < first.length ? first[i] : 'x');
            Thread.sleep(50); // the fault itself
        }
    }

    private static void floods(Socket visitor, byte[] bytes) throws IOException {
        while (true) {
            visitor.getOutputStream().write(bytes);
        }
    }

    private static void floodsAfterVersion(Socket visitor, byte[] bytes) throws IOException {
        visitor.getOutputStream().write(SshBytes.version());
        floods(visitor, bytes);
    }
}
