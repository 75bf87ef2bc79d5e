package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.Keyring;
import dev.portico.share.LiveForward;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/// Links of its own, and shares that ride on them.
public final class OneShare implements AutoCloseable {
    private final Traffic traffic = new Traffic();
    private final Journal journal = new Journal(Clock.systemUTC());
    private final Links links;
    private final Doorway doorway = new Doorway("test", Gate.OPEN, traffic, journal);
    private final Server server;

    public OneShare(Server server) {
        this(server, Asker.NOBODY, _ -> Optional.empty());
    }

    OneShare(Server server, Asker asker, Function<String, Optional<Server>> saved) {
        this(
                server,
                new Links(
                        Path.of("no-known-hosts-of-our-own"),
                        asker,
                        Keyring.NONE,
                        saved,
                        Clock.systemUTC()));
    }

    OneShare(Server server, Links links) {
        this.server = server;
        this.links = links;
    }

    LiveForward open(Server other, Target target) throws Exception {
        Share share = new Share("test", target, "real", 0, "localhost");
        return links.open(other, share, doorway, _ -> {});
    }

    public LiveForward open(Target target) throws Exception {
        return open(target, "localhost");
    }

    public LiveForward open(Target target, String bind) throws Exception {
        return open(target, bind, ProxyHeader.NONE);
    }

    public LiveForward open(Target target, String bind, int port) throws Exception {
        return links.open(server, new Share("test", target, "real", port, bind), doorway, _ -> {});
    }

    public LiveForward open(Target target, String bind, ProxyHeader header) throws Exception {
        Share share = new Share("test", target, "real", 0, bind).withProxyHeader(header);
        return links.open(server, share, doorway, _ -> {});
    }

    public static Socket visit(LiveForward forward) throws IOException {
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), forward.forward().port());
    }

    /// More than any window holds, both ways.
    static void carryMuch(LiveForward forward) throws Exception {
        byte[] sent = new byte[8 << 20];
        new Random(7).nextBytes(sent);
        try (Socket visitor = visit(forward)) {
            Thread writer =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            visitor.getOutputStream().write(sent);
                                            visitor.shutdownOutput();
                                        } catch (IOException _) {
                                            // the reader sees what is missing
                                        }
                                    });
            byte[] heard = visitor.getInputStream().readAllBytes();
            writer.join();
            assertThat(heard).isEqualTo(sent);
        }
    }

    public Traffic traffic() {
        return traffic;
    }

    public Doorway doorway() {
        return doorway;
    }

    @Override
    public void close() {
        links.close();
        journal.close();
    }
}
