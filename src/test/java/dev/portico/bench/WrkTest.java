package dev.portico.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// What is read out of what `wrk` prints.
class WrkTest {
    private static final String OUTPUT =
            """
            Running 3s test @ http://127.0.0.1:28771/
              1 threads and 8 connections
              Thread Stats   Avg      Stdev     Max   +/- Stdev
                Latency     7.85ms   11.88ms  55.88ms   83.88%%
                Req/Sec     2.50k     1.07k    4.57k    60.00%%
              Latency Distribution
                 50%%  %s
                 75%%    5.94ms
                 90%%   29.67ms
                 99%%  %s
              7493 requests in 3.01s, 2.46MB read
            %sRequests/sec:   %s
            Transfer/sec:    835.82KB
            """;

    @Test
    void timesComeInThreeUnits() throws Unmeasured {
        Reading quick = Wrk.read(OUTPUT.formatted("93.00us", "44.81ms", "", "2488.03"));
        assertThat(quick.value()).isEqualTo(2488.03);
        assertThat(quick.get("p50")).isEqualTo(93);
        assertThat(quick.get("p99")).isEqualTo(44_810);
        Reading slow = Wrk.read(OUTPUT.formatted("1.50ms", "1.25s", "", "2488.03"));
        assertThat(slow.get("p50")).isEqualTo(1_500);
        assertThat(slow.get("p99")).isEqualTo(1_250_000);
    }

    @Test
    void brokenAnswersGiveNoNumber() {
        fails("  Socket errors: connect 0, read 2, write 0, timeout 0\n", "9.00", "read 2");
        fails("  Non-2xx or 3xx responses: 7\n", "9.00", "responses: 7");
        fails("", "0.00", "not one request");
        assertThatThrownBy(() -> Wrk.read("unable to connect")).isInstanceOf(Unmeasured.class);
    }

    private static void fails(String line, String rate, String why) {
        assertThatThrownBy(() -> Wrk.read(OUTPUT.formatted("9.00us", "9.00us", line, rate)))
                .isInstanceOf(Unmeasured.class)
                .hasMessageContaining(why);
    }
}
