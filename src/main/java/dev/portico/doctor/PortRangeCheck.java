package dev.portico.doctor;

import dev.portico.link.TrialSession.Answer;
import dev.portico.share.Audience;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether the ports that the share or the profile names can be had.
final class PortRangeCheck implements Examiner {
    private static final int FIRST_FREE_TO_ALL = 1_024;

    @Override
    public Check check() {
        return Check.PORT_RANGE;
    }

    @Override
    public Finding look(Patient patient) throws ProblemException, InterruptedException {
        Wish wish = patient.wish();
        if (wish.ports().isEmpty()) {
            return Finding.skipped(check(), "any", Map.of());
        }
        Map<Integer, Answer> answers = new LinkedHashMap<>();
        for (int port : wish.ports()) {
            answers.put(port, patient.session().tryPort(wish.bind(), port));
        }
        long granted = answers.values().stream().filter(Answer::granted).count();
        Map<String, String> facts = facts(wish, answers, granted);
        Optional<Integer> notListed =
                answers.keySet().stream()
                        .filter(port -> answer(answers, port).isNotListed())
                        .findFirst();
        if (notListed.isPresent()) {
            return notListed(patient, with(facts, notListed.get()));
        }
        if (granted > 0 && !isHalfTaken(patient)) {
            return Finding.passed(check(), wish.portText(), "passed", facts);
        }
        return noneFree(patient, facts);
    }

    private static Answer answer(Map<Integer, Answer> answers, int port) {
        return answers.getOrDefault(port, new Answer(false, port, List.of()));
    }

    private Finding notListed(Patient patient, Map<String, String> facts) {
        Cures cures = new Cures(patient.wish());
        boolean byKey = patient.keyOptions().listPorts();
        List<Fix> fixes =
                byKey && cures.keyLine().isPresent()
                        ? cures.keyLine().stream().toList()
                        : List.of(cures.match(cures.permitListen()));
        String why = byKey ? "not-listed-by-key" : "not-listed";
        return Finding.failed(check(), patient.wish().portText(), why, facts, fixes);
    }

    /// sshd says yes where it could open the port at one of two addresses.
    private static boolean isHalfTaken(Patient patient) throws InterruptedException {
        return patient.wish().ports().size() == 1
                && patient.forward().isEmpty()
                && patient.refusal().filter(it -> it.code() == ProblemCode.PORT_TAKEN).isPresent();
    }

    /// Nothing is said of a port that could not be opened.
    private Finding noneFree(Patient patient, Map<String, String> facts)
            throws ProblemException, InterruptedException {
        Wish wish = patient.wish();
        int port = wish.ports().getFirst();
        if (port < FIRST_FREE_TO_ALL) {
            return Finding.skipped(check(), "privileged", facts);
        }
        boolean addressIsWrong =
                wish.audience() == Audience.ONE_ADDRESS
                        && patient.session().tryPort("localhost", port).granted();
        if (addressIsWrong) {
            return Finding.failed(
                    check(),
                    wish.portText(),
                    "address",
                    facts,
                    List.of(new Cures(wish).sharedWith("--bind '*'")));
        }
        Answer other = patient.session().tryPort(wish.bind(), 0);
        Map<String, String> all = new HashMap<>(facts);
        all.put("free", String.valueOf(other.port()));
        List<Fix> fixes =
                other.granted()
                        ? List.of(new Cures(wish).sharedWith("--port " + other.port()))
                        : List.of();
        return Finding.failed(check(), wish.portText(), "taken", all, fixes);
    }

    private static Map<String, String> facts(
            Wish wish, Map<Integer, Answer> answers, long granted) {
        String words =
                answers.values().stream().flatMap(it -> it.words().stream()).findFirst().orElse("");
        return Map.of(
                "server", wish.server().name(),
                "user", wish.server().user(),
                "ports", wish.portText(),
                "bind", wish.share().bind(),
                "granted", String.valueOf(granted),
                "tried", String.valueOf(answers.size()),
                "words", words);
    }

    private static Map<String, String> with(Map<String, String> facts, int port) {
        Map<String, String> all = new HashMap<>(facts);
        all.put("port", String.valueOf(port));
        return all;
    }
}
