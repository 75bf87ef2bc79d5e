package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Relay;
import dev.portico.fixture.Scale;
import dev.portico.share.LiveForward;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A server that freezes and a line that is cut say nothing: that alone is noticed, whatever is
/// under way.
@Timeout(3600)
class SilenceTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration NOTICED = Duration.ofSeconds(6);
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(2);
    private static final int VISITORS = 32;
    private static final byte[] ENDLESS = new byte[64 * 1024 * 1024];

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    private enum Fault {
        FROZEN,
        CUT
    }

    private enum Load {
        IDLE,
        DOWNLOADS,
        UPLOAD
    }

    @ParameterizedTest
    @CsvSource({
        "FROZEN, IDLE",
        "FROZEN, DOWNLOADS",
        "FROZEN, UPLOAD",
        "CUT, IDLE",
        "CUT, DOWNLOADS",
        "CUT, UPLOAD",
    })
    void isNoticed(Fault fault, Load load) throws Exception {
        Duration longest = Duration.ZERO;
        int runs = Scale.of(1, 20);
        for (int i = 0; i < runs; i++) {
            Duration took = noticed(fault, load, Duration.ofMillis(i * 35L));
            longest = took.compareTo(longest) > 0 ? took : longest;
        }
        System.out.printf(
                "%s, %s: noticed %d times, after %d ms at most%n",
                fault, load, runs, longest.toMillis());
        Duration late = Scale.isFull() ? Duration.ZERO : BUSY_MACHINE;
        assertThat(longest).isLessThan(NOTICED.plus(late));
    }

    /// @param moment between two questions to the server
    private static Duration noticed(Fault fault, Load load, Duration moment) throws Exception {
        AtomicInteger begun = new AtomicInteger();
        try (Relay line = new Relay(SSHD.port());
                OneShare share = new OneShare(SSHD.server(line));
                LocalServices.Service service =
                        LocalServices.halfCloser(ENDLESS, OutputStream.nullOutputStream());
                LiveForward forward = share.open(service.target())) {
            begin(load, forward, begun);
            int expected = load == Load.DOWNLOADS ? VISITORS : load == Load.UPLOAD ? 1 : 0;
            Await.until(SOON, "everybody to begin", () -> begun.get() == expected);
            Thread.sleep(moment);
            Instant began = begin(fault, line);
            try {
                assertThat(forward.awaitEnd().code()).isEqualTo(ProblemCode.CONNECTION_LOST);
                Duration took = Duration.between(began, Instant.now());
                Await.until(SOON, "nobody is left", () -> share.doorway().visits().isEmpty());
                return took;
            } finally {
                SSHD.killSessions("KILL");
            }
        }
    }

    private static Instant begin(Fault fault, Relay line) {
        return switch (fault) {
            case FROZEN -> freeze();
            case CUT -> {
                line.cut();
                yield Instant.now();
            }
        };
    }

    /// The shell says when it was done: starting it takes long on a busy machine.
    private static Instant freeze() {
        String sessions =
                SSHD.sessions().stream().map(String::valueOf).collect(Collectors.joining(" "));
        String when = Commands.succeed("sh", "-c", "kill -STOP " + sessions + "; date +%s%3N");
        return Instant.ofEpochMilli(Long.parseLong(when.strip()));
    }

    private static void begin(Load load, LiveForward forward, AtomicInteger begun) {
        switch (load) {
            case IDLE -> {}
            case DOWNLOADS -> {
                for (int i = 0; i < VISITORS; i++) {
                    Thread.ofVirtual().start(() -> download(forward, begun));
                }
            }
            case UPLOAD -> Thread.ofVirtual().start(() -> upload(forward, begun));
        }
    }

    private static void download(LiveForward forward, AtomicInteger begun) {
        try (Socket visitor = OneShare.visit(forward)) {
            InputStream in = visitor.getInputStream();
            in.read();
            begun.incrementAndGet();
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // the server is gone: what the test is about
        }
    }

    private static void upload(LiveForward forward, AtomicInteger begun) {
        try (Socket visitor = OneShare.visit(forward)) {
            OutputStream out = visitor.getOutputStream();
            out.write(ENDLESS, 0, 4_000_000);
            begun.incrementAndGet();
            while (true) {
                out.write(ENDLESS);
            }
        } catch (IOException _) {
            // the server is gone: what the test is about
        }
    }
}
