package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.share.ShareEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

/// Visitors from an address that the user has blocked, at a real server.
@RequiresSshd
class BlockTest {
    private static final String UNWANTED = "127.0.0.5";
    private static final String WELCOME = "127.0.0.6";
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @Test
    void aBlockedAddressIsSentAwayAndStaysOutUntilItIsUnblocked() throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                KeptShare share = KeptShare.of(SSHD.server(), echo.target())) {
            int port = share.opens();
            try (Socket unwanted = visitor(UNWANTED, port);
                    Socket welcome = visitor(WELCOME, port)) {
                assertThat(isEchoed(unwanted)).isTrue();
                assertThat(isEchoed(welcome)).isTrue();
                share.block(UNWANTED);
                assertThat(isEnded(unwanted)).isTrue();
                assertThat(isEchoed(welcome)).isTrue();
            }
            try (Socket again = visitor(UNWANTED, port);
                    Socket other = visitor(WELCOME, port)) {
                assertThat(isEnded(again)).isTrue();
                assertThat(isEchoed(other)).isTrue();
            }
            ShareEvent.VisitorRefused refusal = share.refuses();
            assertThat(refusal.visitor().address()).isEqualTo(UNWANTED);
            assertThat(refusal.reason()).isEqualTo("blocked by you");
            assertThat(share.status().share().blocked()).containsExactly(UNWANTED);

            share.unblock(UNWANTED);
            try (Socket back = visitor(UNWANTED, port)) {
                assertThat(isEchoed(back)).isTrue();
            }
        }
    }

    private static Socket visitor(String from, int port) throws IOException {
        Socket socket =
                new Socket(
                        InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(from), 0);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static boolean isEchoed(Socket visitor) throws IOException {
        visitor.getOutputStream().write('x');
        return visitor.getInputStream().read() == 'x';
    }

    private static boolean isEnded(Socket visitor) throws IOException {
        try {
            return visitor.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true; // with a reset
        }
    }
}
