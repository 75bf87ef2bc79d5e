package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.ProblemCode;
import dev.portico.share.Share;
import dev.portico.share.Target;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// The port that is asked for belongs to somebody else.
@Timeout(60)
class TakenPortTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @Fault(number = 18, done = "another program listens on the port")
    void wholly(Told told) throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            isTaken(told, other.getLocalPort());
        }
    }

    @Fault(number = 19, done = "another program listens on the IPv4 half of the port")
    void byHalfAndAnswers(Told told) throws Exception {
        try (LocalServices.Service other = LocalServices.echo()) {
            isTaken(told, other.port());
        }
    }

    @Fault(number = 19, done = "another program holds the IPv4 half of the port and is silent")
    void byHalf(Told told) throws Exception {
        try (Socket other = new Socket()) {
            other.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            isTaken(told, other.getLocalPort());
        }
    }

    private static void isTaken(Told told, int port) throws InterruptedException {
        Share wish = new Share("kept", Target.parse("80"), "real", port, "localhost");
        told.faultBegins();
        try (KeptShare share = new KeptShare(SSHD.server(), wish, Asker.NOBODY)) {
            assertThat(told.problem(share.fails()).code()).isEqualTo(ProblemCode.PORT_TAKEN);
        }
    }
}
