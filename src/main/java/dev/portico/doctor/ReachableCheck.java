package dev.portico.doctor;

import dev.portico.link.TrialForward;
import dev.portico.link.TrialForward.Visited;
import dev.portico.link.TrialSession;
import dev.portico.share.Audience;
import dev.portico.share.Way;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Visits the link from this computer at each address that its name has, of both families.
final class ReachableCheck implements Examiner {
    @Override
    public Check check() {
        return Check.REACHABLE;
    }

    @Override
    public Finding look(Patient patient) throws InterruptedException {
        Wish wish = patient.wish();
        if (wish.audience() == Audience.ONLY_ON_SERVER) {
            return Finding.skipped(check(), "private", Map.of());
        }
        if (patient.has(Check.GATEWAY_PORTS, Outcome.FAILED)) {
            return Finding.skipped(check(), "kept-inside", Map.of());
        }
        Optional<TrialForward> forward = patient.forward();
        if (forward.isEmpty()) {
            return Finding.skipped(check(), "no-port", Map.of());
        }
        String host = host(wish);
        try {
            return judge(patient, forward.get(), host, InetAddress.getAllByName(host));
        } catch (UnknownHostException _) {
            Map<String, String> facts = Map.of("host", host, "server", wish.server().name());
            return Finding.failed(check(), "name-unknown", "name-unknown", facts, List.of());
        }
    }

    private static String host(Wish wish) {
        boolean isOwn =
                wish.audience() == Audience.ONE_ADDRESS && wish.server().publicAddress().isEmpty();
        return isOwn
                ? wish.share().bind()
                : wish.server().publicAddress().orElse(wish.server().host());
    }

    private Finding judge(
            Patient patient, TrialForward forward, String host, InetAddress[] addresses)
            throws InterruptedException {
        if (Stream.of(addresses).anyMatch(TrialSession::isOfThisComputer)) {
            return Finding.skipped(check(), "this-computer", Map.of("host", host));
        }
        Map<InetAddress, Visited> visits = new LinkedHashMap<>();
        for (InetAddress address : addresses) {
            visits.put(address, forward.visit(address));
        }
        Map<String, String> facts = facts(patient, forward, host, visits);
        String reached = families(visits, Visited.CAME_BACK);
        List<Fix> firewall = new Cures(patient.wish()).openFirewall(forward.forward().port());
        for (Visited bad : List.of(Visited.NO_ANSWER, Visited.REFUSED, Visited.SOMEBODY_ELSE)) {
            if (visits.containsValue(bad)) {
                return notReached(patient, bad, reached, facts, firewall);
            }
        }
        return reached.isEmpty()
                ? Finding.skipped(check(), "no-way", facts)
                : Finding.passed(check(), reached, "passed", facts);
    }

    /// A server behind others may be out of reach from here without any firewall in the way.
    private Finding notReached(
            Patient patient,
            Visited bad,
            String reached,
            Map<String, String> facts,
            List<Fix> firewall) {
        if (reached.isEmpty() && !patient.wish().server().way().equals(Way.DIRECT)) {
            return Finding.skipped(check(), "behind-others", facts);
        }
        String why =
                switch (bad) {
                    case NO_ANSWER -> reached.isEmpty() ? "no-answer" : "one-family";
                    case REFUSED -> reached.isEmpty() ? "refused" : "one-family";
                    default -> "somebody-else";
                };
        List<Fix> fixes = bad == Visited.SOMEBODY_ELSE ? List.of() : firewall;
        return Finding.failed(check(), reached.isEmpty() ? "no" : reached, why, facts, fixes);
    }

    private static Map<String, String> facts(
            Patient patient, TrialForward forward, String host, Map<InetAddress, Visited> visits) {
        Map<String, String> facts = new HashMap<>();
        facts.put("server", patient.wish().server().name());
        facts.put("host", host);
        facts.put("port", String.valueOf(forward.forward().port()));
        facts.put("reached", addresses(visits, true));
        facts.put("not-reached", addresses(visits, false));
        return facts;
    }

    private static String addresses(Map<InetAddress, Visited> visits, boolean reached) {
        return visits.entrySet().stream()
                .filter(visit -> (visit.getValue() == Visited.CAME_BACK) == reached)
                .map(visit -> visit.getKey().getHostAddress())
                .collect(Collectors.joining(", "));
    }

    private static String families(Map<InetAddress, Visited> visits, Visited kind) {
        return visits.entrySet().stream()
                .filter(visit -> visit.getValue() == kind)
                .map(visit -> visit.getKey() instanceof Inet4Address ? "ipv4" : "ipv6")
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }
}
