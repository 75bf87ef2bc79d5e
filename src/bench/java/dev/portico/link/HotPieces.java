package dev.portico.link;

import com.jcraft.jsch.PacketSession;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;

/// What is done once for each packet.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HotPieces {
    private static final int DATA = 32 * 1024;
    private static final int CHANNELS = 16;

    private static final class Counting implements Channel {
        private long bytes;

        @Override
        public void data(ByteBuffer data) {
            bytes += data.remaining();
        }

        @Override
        public void windowGrew(long more) {
            bytes += more;
        }

        @Override
        public void eof() {}

        @Override
        public void close() {}

        @Override
        public void request(String type, boolean wantsReply) {}

        @Override
        public void sessionEnded() {}
    }

    private final ReceiveWindow window = new ReceiveWindow(new Budget(64L * 1024 * 1024));
    private final Counting channel = new Counting();
    private byte[] packet = new byte[0];
    private int end;
    private MemorySession session;
    private Dispatch dispatch;

    @Setup
    public void open() {
        session = new MemorySession((_, _) -> {});
        Link link = session.link();
        dispatch = new Dispatch(link);
        for (int i = 0; i < CHANNELS; i++) {
            link.channels().add(_ -> channel);
        }
        Outgoing data = new Outgoing(Wire.CHANNEL_DATA).int32(CHANNELS - 1).string(new byte[DATA]);
        packet = data.packet();
        end = data.end();
    }

    @TearDown
    public void close() throws IOException {
        session.close();
    }

    /// One packet of data came and the service took it.
    @Benchmark
    public int windowAccounting() {
        window.arrived(DATA);
        return window.taken(DATA, true);
    }

    /// The fields of a packet of data.
    @Benchmark
    public int parseData() {
        Incoming incoming = new Incoming(packet, PacketSession.HEAD + 1, end);
        int recipient = incoming.int32();
        return recipient + incoming.length() + incoming.position();
    }

    /// From the packet to its channel.
    @Benchmark
    public long dispatchData() {
        dispatch.take(Wire.CHANNEL_DATA, packet, PacketSession.HEAD, end);
        return channel.bytes;
    }

    /// A packet that gives credit back.
    @Benchmark
    public Outgoing writeWindowAdjust() {
        return new Outgoing(Wire.CHANNEL_WINDOW_ADJUST).int32(7).int32(DATA);
    }
}
