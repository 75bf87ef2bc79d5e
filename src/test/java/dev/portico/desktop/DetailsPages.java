package dev.portico.desktop;

import dev.portico.fixture.PretendVisit;
import dev.portico.share.Doorway;
import dev.portico.share.Visitor;

import java.time.Duration;

/// Somebody to see in the details of a share.
final class DetailsPages {
    private DetailsPages() {}

    static void visitors(Stand stand) {
        visitor(stand, 201, "198.51.100.23", 9 * 60, 14_800_000, 96_000);
        visitor(stand, 202, "203.0.113.77", 4 * 60, 3_100_000, 22_000);
        visitor(stand, 203, "2001:db8:40::1f", 18, 412_000, 3_000);
        stand.shares.block("Shop demo", "192.0.2.14");
    }

    private static void visitor(
            Stand stand, long id, String address, int secondsAgo, long sent, long received) {
        Doorway shop = stand.linker.doorway("Shop demo");
        shop.traffic().left(); // one of those who came without a name
        shop.came(
                new PretendVisit(
                        new Visitor(
                                id,
                                address,
                                50112,
                                stand.clock.instant().minus(Duration.ofSeconds(secondsAgo))),
                        sent,
                        received));
    }
}
