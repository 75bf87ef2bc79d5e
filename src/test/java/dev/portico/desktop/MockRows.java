package dev.portico.desktop;

import dev.portico.desktop.ports.ListeningPort;
import dev.portico.share.Exposure;
import dev.portico.share.HostKeys;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.SignIn;
import dev.portico.share.Target;
import dev.portico.share.Traffic;
import dev.portico.share.Visitor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shares, servers and ports that pictures of the window show.
final class MockRows {
    static final List<ListeningPort> PORTS =
            List.of(
                    new ListeningPort(22, "sshd", "", false),
                    new ListeningPort(631, "cupsd", "", false),
                    new ListeningPort(1883, "mosquitto", "home-sensors", false),
                    new ListeningPort(3000, "next-server", "docs-site", false),
                    new ListeningPort(3001, "next-server", "docs-site", false),
                    new ListeningPort(4000, "node", "hooks", false),
                    new ListeningPort(5173, "vite", "shop-frontend", false),
                    new ListeningPort(5432, "postgres", "", false),
                    new ListeningPort(6006, "storybook", "shop-frontend", false),
                    new ListeningPort(6379, "redis-server", "shop", false),
                    new ListeningPort(8000, "python", "ci-report", true));

    private final Stand stand;

    MockRows(Stand stand) {
        this.stand = stand;
    }

    void servers() {
        stand.save(
                Stand.server("demo-vps", "demo.example.com", "tunnel").withBind(Optional.of("*")));
        stand.save(Stand.server("attic", "attic.example.net", "nas"));
        stand.save(Stand.server("homelab", "home.example.org", "share"));
        stand.save(Stand.server("staging-eu", "staging.example.net", "deploy"));
        stand.save(
                new Server(
                        "edge",
                        "demo.example.com",
                        22,
                        "tunnel",
                        new SignIn.Agent(),
                        HostKeys.USUAL,
                        Optional.of("*"),
                        Optional.empty(),
                        Optional.of("https://{port}.demo.example.com"),
                        Server.CONNECT_TIMEOUT,
                        Server.DEAD_AFTER));
    }

    /// A share of a server that shows another key than before.
    static void changedKey(Stand stand, String name, String target) {
        stand.linker.fail(
                name,
                Problem.of(
                        ProblemCode.HOST_KEY_CHANGED,
                        "",
                        "server",
                        "demo-vps",
                        "fingerprint",
                        "SHA256:TfQm3vVUNJcNcW9y1Cq3pLxYJm0qS4kq1ZbM0d9fQkA",
                        "old",
                        "SHA256:9Zk0m1dX4uYbJ7cQw2R8tV5nL3pS6aE0hG1iK2oU4yM",
                        "since",
                        "2026-03-04",
                        "file",
                        "/home/me/.config/portico/known_hosts"));
        List<String> on = List.of("demo-vps");
        stand.save(new Share(name, Target.parse(target), on, 0, "*", false, true));
    }

    void shares() {
        save("Shop demo", "5173", "demo-vps", "*", true);
        save("API preview", "8080", "edge", "*", true);
        save("Storybook", "6006", "homelab", "localhost", true);
        save("NAS photos", "nas:80", "attic", "*", true);
        save("Docs", "3001", "demo-vps", "*", true);
        save("Build log", "3000", "staging-eu", "*", true);
        save("Postgres for QA", "5432", "staging-eu", "localhost", true);
        stand.save(
                new Share(
                        "Camera",
                        Target.parse("cam:8554"),
                        List.of("homelab"),
                        20022,
                        "localhost",
                        false,
                        false));
        tellLinker();
    }

    private void tellLinker() {
        stand.linker.grant("Shop demo", 41233);
        stand.linker.grant("API preview", 38817);
        stand.linker.grant("Storybook", 22040);
        stand.linker.holdAt("Docs", ShareState.Step.SIGN_IN);
        stand.linker.fail(
                "NAS photos",
                Problem.of(
                        ProblemCode.CONNECTION_LOST,
                        "Connection reset by peer",
                        "server",
                        "attic"));
        stand.linker.fail(
                "Build log",
                Problem.quoting(
                        ProblemCode.PORT_PRIVILEGED,
                        "remote port forwarding failed for listen port 443",
                        "server",
                        "staging-eu",
                        "port",
                        "443"));
        stand.linker.fail(
                "Postgres for QA",
                Problem.of(ProblemCode.WIDER_THAN_ASKED, "", "server", "staging-eu"));
    }

    /// Lets time and bytes pass, once the rows are open.
    void traffic() {
        stand.clock.move(Duration.ofMinutes(12));
        Traffic shop = stand.linker.doorway("Shop demo").traffic();
        for (int i = 0; i < 41; i++) {
            shop.came();
            if (i >= 3) {
                shop.left();
            }
        }
        shop.sent(14_800_000);
        shop.received(118_000);
        Traffic api = stand.linker.doorway("API preview").traffic();
        for (int i = 0; i < 12; i++) {
            api.came();
            api.left();
        }
        api.sent(2_210_000);
        api.received(64_400);
        stand.linker
                .doorway("API preview")
                .foundNobody(
                        new Visitor(99, "203.0.113.7", 50112, stand.clock.instant()),
                        "nothing listens");
    }

    /// What is found out about the links.
    void reach() {
        proven("Shop demo", Exposure.EVERYONE, Reach.Why.OPENED_FROM_HERE, 8);
        proven("API preview", Exposure.EVERYONE, Reach.Why.OPENED_FROM_HERE, 61);
        proven("Storybook", Exposure.ONLY_ON_SERVER, Reach.Why.KEPT_INSIDE, 25);
    }

    /// A firewall is in the way of the first of them.
    void blocked() {
        Problem concern =
                Problem.of(
                        ProblemCode.BLOCKED_ON_THE_WAY,
                        "",
                        "server",
                        "demo-vps",
                        "host",
                        "demo.example.com",
                        "port",
                        "41233");
        reach(
                "Shop demo",
                Exposure.BLOCKED,
                Reach.Why.NO_ANSWER_FROM_HERE,
                8,
                Optional.of(concern));
    }

    private void proven(String share, Exposure exposure, Reach.Why why, int secondsAgo) {
        reach(share, exposure, why, secondsAgo, Optional.empty());
    }

    private void reach(
            String share,
            Exposure exposure,
            Reach.Why why,
            int secondsAgo,
            Optional<Problem> concern) {
        Reach.Proof proof =
                new Reach.Proof(
                        stand.clock.instant().minusSeconds(secondsAgo), Duration.ofMillis(24));
        Map<String, String> facts =
                Map.of("server", "demo-vps", "host", "demo.example.com", "port", "41233");
        stand.linker
                .doorway(share)
                .reaches(new Reach(exposure, why, facts, Optional.of(proof), concern));
    }

    /// A minute with visitors, as the window sees it pass.
    void minute() throws Exception {
        Traffic shop = stand.linker.doorway("Shop demo").traffic();
        for (int megabytes : List.of(1, 4, 2, 7, 3, 5, 9, 6, 2, 4, 5, 3)) {
            stand.clock.move(Duration.ofSeconds(4));
            shop.sent(megabytes * 800_000);
            shop.received(megabytes * 20_000 + 300_000);
            OnScreen.settle();
        }
    }

    /// One second with visitors.
    void second() {
        stand.clock.move(Duration.ofSeconds(1));
        Traffic shop = stand.linker.doorway("Shop demo").traffic();
        shop.sent(1_200_000);
        shop.received(38_000);
    }

    private void save(String name, String target, String server, String bind, boolean on) {
        stand.save(new Share(name, Target.parse(target), List.of(server), 0, bind, false, on));
    }
}
