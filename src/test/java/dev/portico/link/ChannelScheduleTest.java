package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;

import java.io.IOException;
import java.util.List;

/// Whatever a server, visitors and services do, in whatever order: bytes arrive whole and in order,
/// RFC 4254 is kept, and nothing is left behind.
class ChannelScheduleTest {
    private static final int SLOTS = Rules.STREAMS;
    private static final int LONGEST = 40;

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void everyScheduleEndsWell(@ForAll("schedules") Schedule schedule) throws IOException {
        assertThat(Scene.play(schedule.steps(), schedule.proving(), schedule.abrupt())).isEmpty();
    }

    /// @param proving whether visits of our own are expected all the while, so that visitors are
    ///     held until they say something
    /// @param abrupt whether the session ends in the middle of it all
    record Schedule(List<Step> steps, boolean proving, boolean abrupt) {}

    @Provide
    Arbitrary<Schedule> schedules() {
        return Combinators.combine(
                        step().list().ofMinSize(1).ofMaxSize(LONGEST),
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)),
                        Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true)))
                .as(Schedule::new);
    }

    private static Arbitrary<Step> step() {
        Arbitrary<Integer> slot = Arbitraries.integers().between(0, SLOTS - 1);
        Arbitrary<Integer> bytes =
                Arbitraries.frequencyOf(
                        Tuple.of(4, Arbitraries.integers().between(1, 2_000)),
                        Tuple.of(4, Arbitraries.integers().between(1, 300_000)),
                        Tuple.of(1, Arbitraries.integers().between(300_000, 16_000_000)));
        Arbitrary<Integer> fewBytes = Arbitraries.integers().between(1, 200_000);
        return Arbitraries.frequencyOf(
                Tuple.of(8, open(slot)),
                Tuple.of(6, Combinators.combine(slot, bytes).as(Step.VisitorSays::new)),
                Tuple.of(6, Combinators.combine(slot, fewBytes).as(Step.ServiceSays::new)),
                Tuple.of(4, Combinators.combine(slot, fewBytes).as(Step.WindowGrows::new)),
                Tuple.of(3, Arbitraries.just(new Step.Settle())),
                Tuple.of(2, slot.map(Step.VisitorEnds::new)),
                Tuple.of(2, slot.map(Step.ServiceEnds::new)),
                Tuple.of(2, Combinators.combine(slot, flag()).as(Step.ServiceStalls::new)),
                Tuple.of(2, flag().map(Step.Rekey::new)),
                Tuple.of(1, slot.map(Step.VisitorLeaves::new)),
                Tuple.of(1, slot.map(Step.VisitorIsDeaf::new)),
                Tuple.of(1, slot.map(Step.ServerAsks::new)),
                Tuple.of(1, slot.map(Step.ServiceResets::new)),
                Tuple.of(1, slot.map(Step.OwnerDisconnects::new)));
    }

    private static Arbitrary<Step> open(Arbitrary<Integer> slot) {
        Arbitrary<Integer> window =
                Arbitraries.of(0, 1, 100, 4_096, 32_768, 100_000, 2_097_152, Integer.MAX_VALUE);
        Arbitrary<Integer> largest = Arbitraries.of(512, 1_000, 16_384, 32_768, 1 << 20);
        Arbitrary<String> from = Arbitraries.of("203.0.113.7", "127.0.0.1", "::1");
        return Combinators.combine(slot, window, largest, from).as(Step.Open::new);
    }

    private static Arbitrary<Boolean> flag() {
        return Arbitraries.of(true, false);
    }
}
