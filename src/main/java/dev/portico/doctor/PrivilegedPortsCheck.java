package dev.portico.doctor;

import dev.portico.doctor.Fix.Place;
import dev.portico.link.TrialSession.Answer;
import dev.portico.share.ProblemException;

import java.util.List;
import java.util.Map;

/// Whether this account may open ports below 1024, which only matters to who wants one.
final class PrivilegedPortsCheck implements Examiner {
    private static final int LAST = 1_023;
    private static final int MOST_TRIED = 3; // one of them may be taken

    @Override
    public Check check() {
        return Check.PRIVILEGED_PORTS;
    }

    @Override
    public Finding look(Patient patient) throws ProblemException, InterruptedException {
        Wish wish = patient.wish();
        List<Integer> wanted = wish.ports().stream().filter(port -> port <= LAST).toList();
        int first = wanted.isEmpty() ? LAST : wanted.getFirst();
        if (!wanted.isEmpty() && patient.has(Check.PORT_RANGE, Outcome.PASSED)) {
            return Finding.passed(check(), "yes", "yes", facts(wish, first)); // it is open now
        }
        Answer answer = patient.session().tryPort(wish.bind(), first);
        for (int i = 1; i < MOST_TRIED && !answer.granted() && wanted.isEmpty(); i++) {
            answer = patient.session().tryPort(wish.bind(), first - i);
        }
        Map<String, String> facts = facts(wish, first);
        if (answer.isNotListed()) {
            return Finding.skipped(check(), "not-listed", facts);
        }
        if (answer.granted() || wanted.isEmpty()) {
            String value = answer.granted() ? "yes" : "no";
            return Finding.passed(check(), value, value, facts);
        }
        boolean isTaken = othersAreOpen(patient, first);
        return isTaken
                ? Finding.failed(check(), "taken", "taken", facts, List.of())
                : Finding.failed(check(), "no", "needs-root", facts, cures());
    }

    private static Map<String, String> facts(Wish wish, int port) {
        return Map.of(
                "server", wish.server().name(),
                "user", wish.server().user(),
                "port", String.valueOf(port));
    }

    private static boolean othersAreOpen(Patient patient, int but)
            throws ProblemException, InterruptedException {
        for (int i = 0; i < MOST_TRIED; i++) {
            int port = LAST - i;
            if (port != but && patient.session().tryPort(patient.wish().bind(), port).granted()) {
                return true;
            }
        }
        return false;
    }

    private static List<Fix> cures() {
        return List.of(
                Fix.at(Place.SERVER, "sudo sysctl -w net.ipv4.ip_unprivileged_port_start=80"));
    }
}
