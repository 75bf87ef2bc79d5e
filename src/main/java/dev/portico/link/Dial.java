package dev.portico.link;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Connects to one of several addresses: each has a start of 250 ms over the next one, and loses
/// what is left of it when it is refused (RFC 8305, sections 4 and 5). The first that connects
/// wins; the others are closed.
///
/// Where all are silent, each is called anew every second and a half: the system repeats a call
/// that got lost after 1, 2, 4 and more seconds (RFC 6298, section 5.5), and would be late when a
/// line comes back.
final class Dial {
    static final long START_MILLIS = 250;
    private static final long AGAIN_MILLIS = 1500;
    private static final int MOST_AT_ONCE = 16;

    private final Deque<InetSocketAddress> untried;
    private final Map<SocketChannel, InetSocketAddress> begun = new LinkedHashMap<>();
    private IOException firstFailure = new ConnectException("no address");
    private boolean failed;

    private Dial(Deque<InetSocketAddress> addresses) {
        this.untried = addresses;
    }

    /// Blocks until one is connected, all have failed, or the attempt is given up.
    static SocketChannel connect(InetAddress[] addresses, int port, Attempt attempt)
            throws IOException {
        Deque<InetSocketAddress> inTurn = new ArrayDeque<>();
        byTurns(addresses).forEach(address -> inTurn.add(new InetSocketAddress(address, port)));
        try (Selector selector = Selector.open()) {
            attempt.closing(() -> close(selector));
            return new Dial(inTurn).race(selector);
        } catch (ClosedSelectorException e) {
            throw new SocketTimeoutException("no answer in time");
        }
    }

    /// The system's order, with the families taking turns: a family that leads nowhere must not
    /// hold up the other.
    static List<InetAddress> byTurns(InetAddress[] addresses) {
        Deque<InetAddress> first = new ArrayDeque<>();
        Deque<InetAddress> second = new ArrayDeque<>();
        for (InetAddress address : addresses) {
            boolean likeFirst =
                    (address instanceof Inet6Address) == (addresses[0] instanceof Inet6Address);
            (likeFirst ? first : second).add(address);
        }
        List<InetAddress> inTurn = new ArrayList<>();
        while (!first.isEmpty() || !second.isEmpty()) {
            for (Deque<InetAddress> family : List.of(first, second)) {
                if (!family.isEmpty()) {
                    inTurn.add(family.remove());
                }
            }
        }
        return inTurn;
    }

    private SocketChannel race(Selector selector) throws IOException {
        SocketChannel winner = null;
        try {
            long next = System.nanoTime();
            while (true) {
                if (System.nanoTime() - next >= 0) {
                    next = System.nanoTime() + beginNext(selector);
                }
                if (begun.isEmpty() && untried.isEmpty()) {
                    throw firstFailure;
                }
                int before = begun.size();
                winner = connected();
                if (winner != null) {
                    return blocking(winner, selector);
                }
                if (begun.size() < before) {
                    next = untried.isEmpty() ? next : System.nanoTime();
                } else {
                    selector.select(millisUntil(next));
                    selector.selectedKeys().clear();
                }
            }
        } finally {
            for (SocketChannel channel : begun.keySet()) {
                if (channel != winner) {
                    channel.close();
                }
            }
        }
    }

    /// Begins with the next address; when all have begun, with the silent ones once more.
    ///
    /// @return nanoseconds until the one after it
    private long beginNext(Selector selector) throws IOException {
        if (untried.isEmpty() && begun.size() < MOST_AT_ONCE) {
            untried.addAll(new LinkedHashSet<>(begun.values()));
        }
        InetSocketAddress address = untried.poll();
        if (address != null) {
            begin(address, selector);
        }
        long millis = untried.isEmpty() ? AGAIN_MILLIS : START_MILLIS;
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private static SocketChannel blocking(SocketChannel winner, Selector selector)
            throws IOException {
        SelectionKey key = winner.keyFor(selector);
        if (key != null) {
            key.cancel();
        }
        selector.selectNow(); // a channel in a selector cannot block
        winner.configureBlocking(true);
        return winner;
    }

    private void begin(InetSocketAddress address, Selector selector) throws IOException {
        SocketChannel channel = SocketChannel.open();
        begun.put(channel, address);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.register(selector, SelectionKey.OP_CONNECT);
        try {
            channel.connect(address);
        } catch (IOException e) {
            gone(channel, e);
        }
    }

    private @Nullable SocketChannel connected() throws IOException {
        for (SocketChannel channel : List.copyOf(begun.keySet())) {
            try {
                if (channel.isConnected() || channel.finishConnect()) {
                    return channel;
                }
            } catch (IOException e) {
                gone(channel, e);
            }
        }
        return null;
    }

    private void gone(SocketChannel channel, IOException why) throws IOException {
        closeAll(begun.get(channel));
        if (!failed) {
            failed = true;
            firstFailure = why;
        }
    }

    /// An address that answered no has answered every call.
    private void closeAll(@Nullable InetSocketAddress address) throws IOException {
        for (var each : List.copyOf(begun.entrySet())) {
            if (each.getValue().equals(address)) {
                begun.remove(each.getKey());
                each.getKey().close();
            }
        }
    }

    private static long millisUntil(long time) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(time - System.nanoTime()));
    }

    private static void close(Selector selector) {
        try {
            selector.close();
        } catch (IOException e) {
            System.getLogger(Dial.class.getName())
                    .log(System.Logger.Level.DEBUG, "closing the selector", e);
        }
    }
}
