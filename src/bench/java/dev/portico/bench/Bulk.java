package dev.portico.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/// Many bytes one way, in megabytes (10^6 bytes) per second over all connections.
final class Bulk {

    private interface Transfer {
        long over(Talk talk, long bytes) throws IOException;
    }

    private Bulk() {}

    static Reading down(int port, int connections, int megabytes) throws Exception {
        return run(
                port,
                connections,
                megabytes,
                (talk, bytes) -> {
                    talk.say("SEND " + bytes);
                    return PeerService.drain(talk.in(), bytes);
                });
    }

    static Reading up(int port, int connections, int megabytes) throws Exception {
        return run(
                port,
                connections,
                megabytes,
                (talk, bytes) -> {
                    talk.say("TAKE " + bytes);
                    PeerService.send(talk.out(), bytes);
                    return Long.parseLong(talk.line().split(" ")[1]);
                });
    }

    private static Reading run(int port, int connections, int megabytes, Transfer transfer)
            throws Exception {
        long each = megabytes * 1_000_000L / connections;
        CyclicBarrier start = new CyclicBarrier(connections);
        List<Long> nanos =
                Together.run(
                        connections,
                        () -> {
                            try (Talk talk = new Talk(port)) {
                                start.await(Settings.PATIENCE.toSeconds(), TimeUnit.SECONDS);
                                long begun = System.nanoTime();
                                long carried = transfer.over(talk, each);
                                if (carried != each) {
                                    throw new IOException(carried + " bytes of " + each);
                                }
                                return System.nanoTime() - begun;
                            }
                        });
        double seconds = nanos.stream().mapToLong(Long::longValue).max().orElseThrow() / 1e9;
        double bytes = (double) each * connections;
        return Reading.of("value", bytes / 1e6 / seconds).with("bytes", bytes);
    }
}
