package dev.portico.interop;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;
import dev.portico.share.BadInput;
import dev.portico.share.Share;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The text of `-R`, as it is read and as it is written for ssh.
public final class RemoteTextFuzz implements Fuzzed {

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new RemoteTextFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                "8080:localhost:80",
                "*:0:nas:80",
                "[::1]:8080:[fe80::1]:80",
                "localhost/8080/localhost/80",
                "127.0.0.1:8080:/run/a\\:b%%c.sock",
                "unix:/run/app.sock",
                "https://example.com/x",
                "3000");
    }

    @Override
    public void take(byte[] input) {
        RemoteText read;
        try {
            read = RemoteText.parse(new String(input, StandardCharsets.UTF_8));
        } catch (BadInput _) {
            return;
        }
        if (read.isRemote()) {
            int port = read.port().orElseThrow();
            String bind = read.bind().orElse("localhost");
            Share share = new Share("text", read.target(), "", port, bind);
            String written = SshCommand.listener(share, port) + ":" + SshCommand.target(share);
            String star = bind.isEmpty() ? "*" : bind;
            Fuzzed.same(
                    new RemoteText(read.target(), Optional.of(star), read.port()),
                    RemoteText.parse(written),
                    written);
        } else {
            String written = read.target().text();
            Fuzzed.same(read, RemoteText.parse(written), written);
        }
    }
}
