package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.RealSshd;
import dev.portico.share.LiveForward;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Target;
import dev.portico.share.Visitor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/// PROXY protocol headers as the local service reads them, through a real server.
@Timeout(60)
class IntroductionTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
    private static final String HERE6 = "00000000000000000000000000000001";

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;

    /// @param port the visitor's own
    private record Heard(int port, int forwardPort, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.US_ASCII);
        }

        String hex() {
            return HexFormat.of().formatHex(bytes);
        }

        String ports() {
            return "%04x%04x".formatted(port, forwardPort);
        }
    }

    @Test
    void aLineTellsOfAVisitorByIpv4() throws Exception {
        Heard heard = heard(ProxyHeader.V1, "127.0.0.1", tcp());
        assertThat(heard.text())
                .isEqualTo(
                        "PROXY TCP4 127.0.0.1 127.0.0.1 %d %d\r\nhello"
                                .formatted(heard.port(), heard.forwardPort()));
    }

    @Test
    void aLineTellsOfAVisitorByIpv6() throws Exception {
        Heard heard = heard(ProxyHeader.V1, "::1", tcp());
        assertThat(heard.text())
                .isEqualTo(
                        "PROXY TCP6 ::1 ::1 %d %d\r\nhello"
                                .formatted(heard.port(), heard.forwardPort()));
    }

    @Test
    void bytesTellOfAVisitorByIpv4() throws Exception {
        Heard heard = heard(ProxyHeader.V2, "127.0.0.1", tcp());
        assertThat(heard.hex())
                .isEqualTo(SIGNATURE + "2111000c7f0000017f000001" + heard.ports() + hex("hello"));
    }

    @Test
    void bytesTellOfAVisitorByIpv6() throws Exception {
        Heard heard = heard(ProxyHeader.V2, "::1", tcp());
        assertThat(heard.hex())
                .isEqualTo(SIGNATURE + "21210024" + HERE6 + HERE6 + heard.ports() + hex("hello"));
    }

    @Test
    void aUnixSocketIsToldToo() throws Exception {
        Heard heard =
                heard(
                        ProxyHeader.V1,
                        "127.0.0.1",
                        UnixDomainSocketAddress.of(folder.resolve("service")));
        assertThat(heard.text()).startsWith("PROXY TCP4 127.0.0.1 ").endsWith("\r\nhello");
    }

    @Test
    void nothingIsToldUnlessAskedFor() throws Exception {
        assertThat(heard(ProxyHeader.NONE, "127.0.0.1", tcp()).text()).isEqualTo("hello");
    }

    @Test
    void whoHasNoAddressIsUnknown() {
        for (Visitor visitor : new Visitor[] {visitor("somebody", 1), visitor("::1", 70_000)}) {
            ByteBuffer line = Introduction.of(ProxyHeader.V1, visitor, 80);
            assertThat(StandardCharsets.US_ASCII.decode(line).toString())
                    .isEqualTo("PROXY UNKNOWN\r\n");
            ByteBuffer bytes = Introduction.of(ProxyHeader.V2, visitor, 80);
            assertThat(HexFormat.of().formatHex(bytes.array())).isEqualTo(SIGNATURE + "21000000");
        }
    }

    @Test
    void portsBeyondAShortAreWrittenWhole() {
        ByteBuffer bytes = Introduction.of(ProxyHeader.V2, visitor("198.51.100.9", 65_535), 40_000);
        assertThat(HexFormat.of().formatHex(bytes.array()))
                .isEqualTo(SIGNATURE + "2111000cc63364097f000001ffff9c40");
    }

    /// What a service hears when a visitor says hello. The header is not counted.
    private static Heard heard(ProxyHeader header, String visitFrom, SocketAddress at)
            throws Exception {
        try (ServerSocketChannel service = listen(at);
                OneShare share = new OneShare(SSHD.server());
                LiveForward forward = share.open(target(service), "localhost", header);
                Socket visitor =
                        new Socket(InetAddress.ofLiteral(visitFrom), forward.forward().port())) {
            visitor.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
            visitor.shutdownOutput();
            try (SocketChannel local = service.accept();
                    InputStream in = Channels.newInputStream(local)) {
                byte[] bytes = in.readAllBytes();
                assertThat(share.traffic().sample().received()).isEqualTo(5);
                local.shutdownOutput();
                Await.until(SOON, "it has left", () -> share.doorway().visits().isEmpty());
                return new Heard(visitor.getLocalPort(), forward.forward().port(), bytes);
            }
        }
    }

    private static ServerSocketChannel listen(SocketAddress at) throws Exception {
        return (at instanceof UnixDomainSocketAddress
                        ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        : ServerSocketChannel.open())
                .bind(at);
    }

    private static Target target(ServerSocketChannel service) throws Exception {
        return switch (service.getLocalAddress()) {
            case UnixDomainSocketAddress unix -> new Target.UnixSocket(unix.getPath());
            case InetSocketAddress inet -> new Target.Tcp("127.0.0.1", inet.getPort());
            default -> throw new AssertionError();
        };
    }

    private static SocketAddress tcp() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    private static Visitor visitor(String address, int port) {
        return new Visitor(1, address, port, Instant.EPOCH);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
