package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Notices that the network changed or that the machine has slept. No system says so in a way that
/// all have, so this looks twice a second at the addresses of this computer and at two clocks: one
/// of them goes on in sleep, and both jump when the process was stopped.
public final class NetworkWatch implements Network, AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(500);
    private static final Duration JUMP = Duration.ofSeconds(5);

    /// Looks up the addresses by which other computers can be reached.
    @FunctionalInterface
    interface Addresses {
        Set<String> now() throws IOException;
    }

    private final Addresses addresses;
    private final Clock clock;
    private final LongSupplier nanos;
    private @Nullable Thread thread;
    private Set<String> seen = Set.of();
    private long lastMillis;
    private long lastNanos;

    public NetworkWatch(Clock clock) {
        this(NetworkWatch::ofThisComputer, clock, System::nanoTime);
    }

    NetworkWatch(Addresses addresses, Clock clock, LongSupplier nanos) {
        this.addresses = addresses;
        this.clock = clock;
        this.nanos = nanos;
        lastMillis = clock.millis();
        lastNanos = nanos.getAsLong();
        look();
    }

    /// @param onChange called when waiting may be over; on the thread of the watch
    public synchronized void start(Runnable onChange) {
        thread = Thread.ofVirtual().name("network-watch").start(() -> watch(onChange));
    }

    @Override
    public boolean isAbsent() {
        try {
            return addresses.now().isEmpty();
        } catch (IOException _) {
            return false; // only what is sure is said
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// One look; answers whether waiting may be over.
    boolean tick() {
        long millis = clock.millis();
        long nano = nanos.getAsLong();
        boolean jumped = millis - lastMillis > JUMP.toMillis() || nano - lastNanos > JUMP.toNanos();
        lastMillis = millis;
        lastNanos = nano;
        boolean changed = look(); // also when the clock has jumped
        return changed || jumped;
    }

    private void watch(Runnable onChange) {
        try {
            while (true) {
                Thread.sleep(TICK);
                if (tick()) {
                    onChange.run();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look() {
        try {
            Set<String> now = addresses.now();
            boolean changed = !now.equals(seen);
            seen = now;
            return changed;
        } catch (IOException e) {
            System.getLogger(NetworkWatch.class.getName())
                    .log(System.Logger.Level.DEBUG, "the interfaces cannot be read", e);
            return false;
        }
    }

    private static Set<String> ofThisComputer() throws IOException {
        return NetworkInterface.networkInterfaces()
                .filter(NetworkWatch::isUp)
                .flatMap(NetworkWatch::usable)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> usable(NetworkInterface one) {
        return one.inetAddresses()
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress);
    }

    private static boolean isUp(NetworkInterface one) {
        try {
            return one.isUp();
        } catch (IOException _) {
            return false; // it went away while it was looked at
        }
    }
}
