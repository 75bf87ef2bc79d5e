package dev.portico.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What the search begins with holds already, so that it does not begin with old findings.
class SeedsTest {

    @ParameterizedTest
    @MethodSource("all")
    void holdsForItsSeeds(Fuzzed fuzzed) throws Exception {
        assertThat(fuzzed.seeds()).isNotEmpty();
        for (String seed : fuzzed.seeds()) {
            Bounded.take(fuzzed, seed.getBytes(StandardCharsets.UTF_8));
        }
    }

    static List<Fuzzed> all() {
        return Fuzz.all();
    }
}
