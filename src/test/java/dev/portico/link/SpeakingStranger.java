package dev.portico.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Another program that took a port: it answers whoever comes.
final class SpeakingStranger {
    private SpeakingStranger() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress where = InetAddress.ofLiteral(arguments[1]);
        try (ServerSocket listener = new ServerSocket(Integer.parseInt(arguments[0]), 10, where)) {
            while (true) {
                try (Socket visitor = listener.accept()) {
                    visitor.getOutputStream()
                            .write("220 hello\r\n".getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }
}
