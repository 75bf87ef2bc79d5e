package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.LocalServices;
import dev.portico.share.Target;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

class LocalConnectTest {
    @Test
    void whoReachesItselfHasReachedNobody() throws IOException {
        try (SocketChannel itself = SocketChannel.open()) {
            itself.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            itself.connect(itself.getLocalAddress());
            assertThat(LocalConnect.isItself(itself)).isTrue();
        }
    }

    @Test
    void aServiceIsNotItself() throws IOException {
        try (LocalServices.Service service = LocalServices.echo();
                SocketChannel local = SocketChannel.open()) {
            local.connect(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), service.port()));
            assertThat(LocalConnect.isItself(local)).isFalse();
            Target target = new Target.Tcp("127.0.0.1", service.port());
            assertThat(LocalConnect.patiently(target))
                    .isInstanceOfSatisfying(
                            LocalConnect.Connected.class,
                            connected -> assertThat(connected.local().isConnected()).isTrue());
        }
    }
}
