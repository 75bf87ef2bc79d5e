package dev.portico.doctor;

import dev.portico.fixture.Await;
import dev.portico.share.Problem;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// Examines nothing, and finds what a test says.
public final class ScriptedDoctor implements Examining {

    /// An examination that a test leads.
    public static final class Asked {
        private final Server server;
        private final Optional<Share> share;
        private final Examination examination;
        private final CountDownLatch done = new CountDownLatch(1);

        private Asked(Server server, Optional<Share> share) {
            this.server = server;
            this.share = share;
            this.examination =
                    new Examination(
                            share.map(it -> Wish.of(server, it)).orElseGet(() -> Wish.of(server)));
            examination.start(this::run);
        }

        private void run() {
            try {
                done.await();
            } catch (InterruptedException _) {
                examination.skip(Doctor.CANCELLED);
            }
            examination.end();
        }

        public Server server() {
            return server;
        }

        public Optional<Share> share() {
            return share;
        }

        public Asked begins(Check check) {
            examination.began(check);
            return this;
        }

        public Asked finds(Finding... findings) {
            Stream.of(findings).forEach(examination::found);
            return this;
        }

        /// What was found already stays; the rest passes.
        public Asked passesTheRest() {
            sound().stream()
                    .filter(finding -> !examination.has(finding.check()))
                    .forEach(examination::found);
            return this;
        }

        /// As [#passesTheRest], before that check.
        public Asked passesUntil(Check check) {
            sound().stream()
                    .filter(finding -> finding.check().compareTo(check) < 0)
                    .forEach(examination::found);
            return begins(check);
        }

        public Asked skipsTheRest() {
            examination.skip("earlier-failed");
            return this;
        }

        public void ends() {
            done.countDown();
        }

        public boolean isOver() {
            return examination.seen().over();
        }
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    @Override
    public Examination examine(Server server, Optional<Share> share) {
        Asked now = new Asked(server, share);
        asked.add(now);
        return now.examination;
    }

    public List<Asked> asked() {
        return asked;
    }

    /// Waits until it was asked so often.
    public Asked awaitAsked(int times) {
        Await.until(() -> asked.size() == times);
        return last();
    }

    /// The one that was asked for last.
    public Asked last() {
        return asked.getLast();
    }

    public static Finding passed(Check check, String why, String... facts) {
        return Finding.passed(check, "", why, facts(facts));
    }

    public static Finding skipped(Check check, String why) {
        return Finding.skipped(check, why, Map.of());
    }

    public static Finding failed(Check check, Problem problem) {
        return Finding.failed(check, problem, List.of());
    }

    public static Finding keptInside(Server server, Share share) {
        return Finding.failed(
                Check.GATEWAY_PORTS,
                "no",
                "too-narrow",
                Map.of("server", server.name()),
                List.of(new Cures(Wish.of(server, share)).publicBinds(false)));
    }

    public static Finding dropped(Server server, Share share, int port) {
        return Finding.failed(
                Check.REACHABLE,
                "",
                "no-answer",
                Map.of("host", server.host(), "port", String.valueOf(port)),
                new Cures(Wish.of(server, share)).openFirewall(port));
    }

    public static Finding locked(Server server, Share share) {
        return Finding.failed(
                Check.SIGN_IN,
                "",
                "key",
                Map.of(
                        "server",
                        server.name(),
                        "user",
                        server.user(),
                        "words",
                        "publickey,keyboard-interactive"),
                new Cures(Wish.of(server, share)).letKeyIn());
    }

    public static Finding listed() {
        return Finding.failed(
                Check.AUTOMATIC_PORT,
                "",
                "refused",
                Map.of(),
                List.of(Fix.at(Fix.Place.SSHD_TOP, "PermitListen any")));
    }

    private static List<Finding> sound() {
        return List.of(
                passed(Check.NAME, "passed", "addresses", "203.0.113.5, 2001:db8:5::5"),
                passed(Check.TCP, "passed", "place", "demo.example.com:22"),
                passed(Check.SSH_VERSION, "passed", "software", "OpenSSH_9.2p1"),
                passed(
                        Check.HOST_KEY,
                        "passed",
                        "key-type",
                        "ssh-ed25519",
                        "fingerprint",
                        "SHA256:TfQm3vVUNJcNcW9y1Cq3pLxYJm0qS4kq1ZbM0d9fQk"),
                passed(Check.SIGN_IN, "passed", "user", "tunnel"),
                passed(Check.FORWARDING, "passed", "port", "40907"),
                passed(Check.AUTOMATIC_PORT, "passed", "port", "40651"),
                passed(Check.PORT_RANGE, "any"),
                passed(Check.PRIVILEGED_PORTS, "no", "user", "tunnel"),
                passed(Check.GATEWAY_PORTS, "clientspecified", "milliseconds", "74"),
                passed(Check.PROVEN_INSIDE, "passed", "port", "41233", "milliseconds", "24"),
                passed(
                        Check.REACHABLE,
                        "passed",
                        "host",
                        "demo.example.com",
                        "port",
                        "41233",
                        "reached",
                        "IPv4, IPv6"),
                passed(Check.LOCAL_SERVICE, "passed", "target", "localhost:5173"),
                passed(Check.HOST_HEADER, "passed", "host", "demo.example.com"));
    }

    private static Map<String, String> facts(String... pairs) {
        Map<String, String> facts = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            facts.put(pairs[i], pairs[i + 1]);
        }
        return facts;
    }
}
