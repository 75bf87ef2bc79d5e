package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;

/// The other side of a line that was given up hears of it when the way is free again.
class LostLinesTest {
    private final ServerSocket listener;
    private final LostLines lost = new LostLines();

    LostLinesTest() throws IOException {
        listener = new ServerSocket(0, 20, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        lost.close();
        listener.close();
    }

    @Test
    void theNextOneToTheSamePlaceResetsIt() throws IOException {
        try (Socket server = lose("vps");
                Socket other = lose("nas")) {
            assertThat(isReset(server)).isFalse();
            lost.reset("vps");
            Await.until(() -> isReset(server));
            assertThat(isReset(other)).isFalse();
        }
    }

    @Test
    void noMoreThanFourAreKeptForOnePlace() throws IOException {
        try (Socket first = lose("vps")) {
            for (int i = 0; i < 3; i++) {
                lose("vps");
            }
            assertThat(isReset(first)).isFalse();
            lose("vps");
            Await.until(() -> isReset(first));
        }
    }

    @Test
    void nothingIsKeptAfterTheEnd() throws IOException {
        try (Socket before = lose("vps")) {
            lost.close();
            Await.until(() -> isReset(before));
            Socket after = lose("vps");
            Await.until(() -> isReset(after));
        }
    }

    private Socket lose(String place) throws IOException {
        SocketChannel line = SocketChannel.open(listener.getLocalSocketAddress());
        Socket server = listener.accept();
        line.shutdownInput();
        line.shutdownOutput();
        lost.keep(place, line);
        return server;
    }

    private static boolean isReset(Socket server) {
        try {
            server.getOutputStream().write(0);
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}
