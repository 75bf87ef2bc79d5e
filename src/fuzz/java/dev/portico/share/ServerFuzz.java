package dev.portico.share;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/// The short texts that make up a server: what is read is read again from what it is written as.
public final class ServerFuzz implements Fuzzed {

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new ServerFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                "me@vps.example.com:2222",
                "a@b@[2001:db8::7]:22",
                "gate,you@inner:2200",
                "socks5://you@proxy:1080/",
                "20000-29999",
                "[fe80::1%eth0]");
    }

    @Override
    public void take(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        again(text, it -> place(Server.parse(it)), Server::address);
        again(text, Proxy::parse, Proxy::text);
        again(text, PortRange::parse, PortRange::text);
        again(text, Way::jumps, jumps -> String.join(",", jumps));
        again(text, Audience::checkedBind, bind -> bind);
    }

    private static Server place(Server read) {
        return read.withName("any");
    }

    private static <T> void again(
            String text, Function<String, T> read, Function<T, String> write) {
        T first;
        try {
            first = read.apply(text);
        } catch (BadInput _) {
            return;
        }
        String written = write.apply(first);
        Fuzzed.same(first, read.apply(written), written);
    }
}
