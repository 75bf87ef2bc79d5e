package dev.portico.bench;

/// Visitors that stay: what they cost, and whom they disturb.
final class Crowds {
    private static final int PINGS = 2_000;
    private static final int SETTLE_MILLIS = 1_500;

    private Crowds() {}

    static Reading idle(Client client, Visitors visitors, int count)
            throws Unmeasured, InterruptedException {
        ProcessFigures before = client.figures();
        try {
            visitors.order(client.main(), "idle " + count + " 0");
            Thread.sleep(SETTLE_MILLIS);
            ProcessFigures after = client.figures();
            double rss = after.residentMegabytes() - before.residentMegabytes();
            return Reading.of("value", rss)
                    .with("rss", rss)
                    .with("rss before", before.residentMegabytes())
                    .with("rss after", after.residentMegabytes())
                    .with("threads", after.threads() - before.threads())
                    .with("threads before", before.threads());
        } finally {
            visitors.release(client.main());
        }
    }

    /// Latency of another share while some visitors send to a service that never reads, as a
    /// multiple of what it was just before.
    static Reading stuck(Client client, Visitors visitors, int count)
            throws Unmeasured, InterruptedException {
        double undisturbed = ping(client, visitors);
        try {
            visitors.order(client.main(), "stuck " + count + " 0");
            double disturbed = ping(client, visitors);
            return Reading.of("value", disturbed / undisturbed)
                    .with("undisturbed", undisturbed)
                    .with("disturbed", disturbed);
        } finally {
            visitors.release(client.main());
        }
    }

    private static double ping(Client client, Visitors visitors)
            throws Unmeasured, InterruptedException {
        return visitors.order(client.other(), "ping 1 " + PINGS).value();
    }
}
