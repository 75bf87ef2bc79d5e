package dev.portico.fuzz;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// One input may take a second of the processor, whoever else is at work on this computer.
public final class Bounded {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Bounded() {}

    public static void take(Fuzzed fuzzed, byte[] input) throws Exception {
        if (took(fuzzed, input).compareTo(LONGEST) > 0) {
            Duration again = took(fuzzed, input); // without what is only done once
            if (again.compareTo(LONGEST) > 0) {
                throw new AssertionError("took " + again.toMillis() + " ms");
            }
        }
    }

    private static Duration took(Fuzzed fuzzed, byte[] input) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        fuzzed.take(input);
        return Duration.ofNanos(
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
    }
}
