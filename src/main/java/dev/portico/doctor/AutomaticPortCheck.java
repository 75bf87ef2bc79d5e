package dev.portico.doctor;

import dev.portico.link.TrialSession.Answer;
import dev.portico.share.Audience;
import dev.portico.share.ProblemException;

import java.util.List;
import java.util.Map;

/// Whether the server chooses a port when it is asked for port 0.
final class AutomaticPortCheck implements Examiner {
    @Override
    public Check check() {
        return Check.AUTOMATIC_PORT;
    }

    @Override
    public Finding look(Patient patient) throws ProblemException, InterruptedException {
        Wish wish = patient.wish();
        Answer answer = patient.session().tryPort(wish.bind(), 0);
        Map<String, String> facts =
                Map.of(
                        "server", wish.server().name(),
                        "user", wish.server().user(),
                        "port", String.valueOf(answer.port()),
                        "words", String.join(" · ", answer.words()));
        if (answer.granted()) {
            return Finding.passed(check(), String.valueOf(answer.port()), "passed", facts);
        }
        boolean isOfTheAddress =
                wish.isAutomatic()
                        && !answer.isNotListed()
                        && patient.session().tryPort("localhost", 0).granted();
        if (isOfTheAddress) {
            Cures cures = new Cures(wish);
            Fix fix =
                    wish.audience() == Audience.ONE_ADDRESS
                            ? cures.sharedWith("--bind '*'")
                            : cures.publicBinds(patient.session().isDropbear());
            return Finding.failed(check(), "no", "address", facts, List.of(fix));
        }
        return wish.isAutomatic()
                ? Finding.failed(check(), "no", "refused", facts, fixes(patient))
                : Finding.passed(check(), "no", "not-wanted", facts);
    }

    private static List<Fix> fixes(Patient patient) {
        Cures cures = new Cures(patient.wish());
        return patient.keyOptions().listPorts() && cures.keyLine().isPresent()
                ? cures.keyLine().stream().toList()
                : List.of(cures.match(cures.permitListen()));
    }
}
