package dev.portico.bench;

import java.util.HashSet;
import java.util.Set;

/// What a program learns while it runs shall not be part of any measurement but the cold ones:
/// one client carries much before the first, and some rows have it do their own work besides.
final class WarmUp {
    private static final int VISITORS = 32;
    private static final int FAR_VISITORS = 512;

    private final Settings settings;
    private final Stage stage;
    private final Client client;
    private final Visitors visitors;
    private final Set<String> rows = new HashSet<>();

    WarmUp(Settings settings, Stage stage, Client client, Visitors visitors) {
        this.settings = settings;
        this.stage = stage;
        this.client = client;
        this.visitors = visitors;
    }

    void beforeAll() throws Unmeasured, InterruptedException {
        boolean far = stage.roundTripMillis() > 0;
        int megabytes = far ? Math.max(1, settings.warmUp() / 4) : settings.warmUp();
        visitors.order(client.main(), "down 2 " + megabytes);
        visitors.order(client.main(), "up 2 " + megabytes);
        if (stage == Stage.AES) {
            visitors.order(client.main(), "connect 8 " + settings.warmUpConnections());
        }
        new Load(far ? FAR_VISITORS : VISITORS, 1, false)
                .serve(settings.warmUpRequests(), load -> visitors.http(client, load));
    }

    /// Does nothing for a row that was here before.
    void before(Row row) throws Unmeasured, InterruptedException {
        if (rows.add(row.id())) {
            row.warmUp().take(client, visitors);
        }
    }
}
