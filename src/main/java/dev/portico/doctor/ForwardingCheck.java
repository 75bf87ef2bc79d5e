package dev.portico.doctor;

import dev.portico.link.TrialSession;
import dev.portico.link.TrialSession.Answer;
import dev.portico.share.ProblemException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Whether the server grants this account any port at all.
record ForwardingCheck(RandomGenerator random) implements Examiner {
    private static final String LOCALHOST = "localhost";
    private static final int FIRST_HIGH = 20_000;
    private static final int END_OF_HIGH = 32_000;

    private record Asked(String bind, int port) {}

    @Override
    public Check check() {
        return Check.FORWARDING;
    }

    @Override
    public Finding look(Patient patient) throws ProblemException, InterruptedException {
        Wish wish = patient.wish();
        TrialSession session = patient.session();
        List<Answer> refusals = new ArrayList<>();
        for (Asked asked : requests(wish)) {
            Answer answer = session.tryPort(asked.bind(), asked.port());
            if (answer.granted()) {
                String port = String.valueOf(answer.port());
                return Finding.passed(check(), "yes", "passed", Map.of("port", port));
            }
            refusals.add(answer);
        }
        Map<String, String> facts =
                Map.of(
                        "server", wish.server().name(),
                        "user", wish.server().user(),
                        "words", words(refusals));
        return refusals.stream().anyMatch(Answer::isNotListed)
                ? Finding.passed(check(), "listed-ports", "listed", facts)
                : Finding.failed(check(), "no", why(patient, refusals), facts, fixes(patient));
    }

    private List<Asked> requests(Wish wish) {
        List<Asked> requests = new ArrayList<>();
        wish.ports().stream().findFirst().ifPresent(p -> requests.add(new Asked(wish.bind(), p)));
        requests.add(new Asked(LOCALHOST, 0));
        requests.add(new Asked(LOCALHOST, random.nextInt(FIRST_HIGH, END_OF_HIGH)));
        return requests;
    }

    private static String why(Patient patient, List<Answer> refusals) {
        if (patient.session().isDropbear()) {
            return "dropbear";
        }
        if (patient.keyOptions().forbidForwarding()) {
            return "by-key";
        }
        return refusals.stream().anyMatch(Answer::isDisabled) ? "disabled" : "refused";
    }

    private static List<Fix> fixes(Patient patient) {
        Cures cures = new Cures(patient.wish());
        if (patient.session().isDropbear()) {
            return List.of(Cures.dropbear(""));
        }
        Optional<Fix> key =
                patient.keyOptions().forbidForwarding() ? cures.keyLine() : Optional.empty();
        return key.map(List::of)
                .orElseGet(
                        () ->
                                List.of(
                                        cures.match(
                                                "AllowTcpForwarding yes", "DisableForwarding no")));
    }

    private static String words(List<Answer> refusals) {
        return refusals.stream().flatMap(it -> it.words().stream()).findFirst().orElse("");
    }
}
