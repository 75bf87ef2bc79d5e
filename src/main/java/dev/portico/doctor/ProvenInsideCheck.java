package dev.portico.doctor;

import dev.portico.link.TrialForward;
import dev.portico.share.Problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens the port as it is wished and visits it from the server itself: only what comes back proves
/// that it is ours.
final class ProvenInsideCheck implements Examiner {
    @Override
    public Check check() {
        return Check.PROVEN_INSIDE;
    }

    @Override
    public Finding look(Patient patient) throws InterruptedException {
        Optional<TrialForward> forward = patient.forward();
        if (forward.isEmpty()) {
            return refused(patient);
        }
        Optional<Duration> took = forward.get().proven();
        if (took.isEmpty()) {
            return Finding.skipped(check(), "not-from-inside", Map.of());
        }
        String millis = String.valueOf(took.get().toMillis());
        String port = String.valueOf(forward.get().forward().port());
        return Finding.passed(
                check(), millis, "passed", Map.of("milliseconds", millis, "port", port));
    }

    /// What an earlier check has found is not said twice.
    private Finding refused(Patient patient) {
        for (Check earlier :
                List.of(Check.AUTOMATIC_PORT, Check.PORT_RANGE, Check.PRIVILEGED_PORTS)) {
            if (patient.has(earlier, Outcome.FAILED)) {
                return Finding.skipped(check(), "no-port", Map.of());
            }
        }
        return patient.refusal()
                .map(problem -> Finding.failed(check(), problem, cures(problem, patient)))
                .orElseGet(() -> Finding.skipped(check(), "no-port", Map.of()));
    }

    private static List<Fix> cures(Problem problem, Patient patient) {
        Cures cures = new Cures(patient.wish());
        return switch (problem.code()) {
            case PORT_FORBIDDEN, AUTOMATIC_PORT_FORBIDDEN ->
                    List.of(cures.match(cures.permitListen()));
            default -> List.of();
        };
    }
}
