package dev.portico.bench;

import java.time.Duration;

/// How the web server is visited.
///
/// @param connections at once
/// @param close whether each request has a connection of its own
record Load(int connections, int seconds, boolean close) {

    interface Visit {
        Reading take(Load load) throws Unmeasured, InterruptedException;
    }

    /// Visits until that many requests were answered, which are not counted.
    Reading serve(int requests, Visit visit) throws Unmeasured, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        double served = 0;
        while (served < requests) {
            if (System.nanoTime() - end > 0) {
                throw new Unmeasured("only %.0f of %d requests".formatted(served, requests));
            }
            served += visit.take(new Load(connections, 1, close)).value();
        }
        return Reading.of("value", served);
    }

    String order() {
        return (close ? "httpclose " : "http ") + connections + " " + seconds;
    }
}
