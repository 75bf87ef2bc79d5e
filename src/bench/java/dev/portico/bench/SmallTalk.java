package dev.portico.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/// Short questions and answers: how long one takes, and how many connections fit into a second.
final class SmallTalk {
    private static final int REQUEST = 100;
    private static final int REPLY = 200;
    private static final int UNCOUNTED = 50;

    private SmallTalk() {}

    /// The median in microseconds, on one connection.
    static Reading ping(int port, int times) throws IOException {
        byte[] request = new byte[REQUEST];
        long[] nanos = new long[times];
        try (Talk talk = new Talk(port)) {
            talk.say("PING " + REQUEST + " " + REPLY);
            for (int i = -UNCOUNTED; i < times; i++) {
                long begun = System.nanoTime();
                talk.out().write(request);
                if (talk.in().readNBytes(REPLY).length < REPLY) {
                    throw new IOException("the connection ended");
                }
                nanos[Math.max(0, i)] = System.nanoTime() - begun;
            }
        }
        Reading times50 = Reading.of("value", 0).withTimes(nanos);
        return times50.with("value", times50.get("p50"));
    }

    /// Connections per second, each with one request.
    static Reading connect(int port, int atOnce, int times) throws Exception {
        long begun = System.nanoTime();
        List<long[]> nanos = Together.run(atOnce, () -> oneAfterAnother(port, times / atOnce));
        double seconds = (System.nanoTime() - begun) / 1e9;
        long[] all = nanos.stream().flatMapToLong(LongStream::of).toArray();
        return Reading.of("value", all.length / seconds).withTimes(all);
    }

    private static long[] oneAfterAnother(int port, int times) throws IOException {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            try (Talk talk = new Talk(port)) {
                talk.say("SEND " + REPLY);
                if (PeerService.drain(talk.in(), REPLY) < REPLY) {
                    throw new IOException("connection " + i + " ended too early");
                }
            }
            nanos[i] = System.nanoTime() - begun;
        }
        return nanos;
    }
}
