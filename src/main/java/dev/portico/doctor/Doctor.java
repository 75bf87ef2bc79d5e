package dev.portico.doctor;

import dev.portico.link.Links;
import dev.portico.link.TrialSession;
import dev.portico.share.Ports;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Examines servers and shares. Each examination has a session of its own and leaves nothing open.
public final class Doctor implements Examining {
    static final String CANCELLED = "cancelled";
    private static final String EARLIER_FAILED = "earlier-failed";

    private final Links links;
    private final Clock clock;
    private final List<Examiner> examiners;

    public Doctor(Links links, Clock clock, RandomGenerator random) {
        this.links = links;
        this.clock = clock;
        this.examiners =
                List.of(
                        new ForwardingCheck(random),
                        new AutomaticPortCheck(),
                        new PortRangeCheck(),
                        new PrivilegedPortsCheck(),
                        new GatewayPortsCheck(clock),
                        new ProvenInsideCheck(),
                        new ReachableCheck());
    }

    @Override
    public Examination examine(Server server, Optional<Share> share) {
        Wish wish = share.map(it -> Wish.of(server, it)).orElseGet(() -> Wish.of(server));
        Examination examination = new Examination(wish);
        examination.start(() -> run(wish, examination));
        return examination;
    }

    private void run(Wish wish, Examination examination) {
        try {
            examine(wish, examination);
            examination.skip(EARLIER_FAILED);
        } catch (InterruptedException _) {
            examination.skip(CANCELLED);
        } catch (RuntimeException | Error e) {
            System.getLogger(Doctor.class.getName())
                    .log(System.Logger.Level.ERROR, "an examination failed", e);
            examination.broke(e);
            examination.skip(EARLIER_FAILED);
        } finally {
            examination.end();
        }
    }

    private void examine(Wish wish, Examination examination) throws InterruptedException {
        Approach approach = new Approach(wish, examination::began, examination::found);
        Optional<TrialSession> session = approach.take(links);
        String host = Ports.join(wish.server().publicAddress().orElse(wish.server().host()), 80);
        if (session.isPresent()) {
            try (Patient patient = new Patient(wish, session.get(), clock)) {
                examine(patient, examination);
                host = visitorsHost(patient).orElse(host);
            }
        } else {
            examination.skip(Check.LOCAL_SERVICE, EARLIER_FAILED);
        }
        here(wish, host, examination);
    }

    private static Optional<String> visitorsHost(Patient patient) throws InterruptedException {
        return patient.has(Check.FORWARDING, Outcome.FAILED)
                ? Optional.empty()
                : patient.forward().map(open -> open.forward().address());
    }

    /// What one check finds wrong is no reason to leave the next ones out, as long as they can be
    /// made.
    private void examine(Patient patient, Examination examination) throws InterruptedException {
        for (Examiner examiner : examiners) {
            examination.began(examiner.check());
            Finding finding;
            try {
                finding =
                        patient.has(Check.FORWARDING, Outcome.FAILED)
                                ? Finding.skipped(
                                        examiner.check(),
                                        EARLIER_FAILED,
                                        Map.of(Finding.CHECK, Check.FORWARDING.code()))
                                : examiner.look(patient);
            } catch (ProblemException e) {
                finding = Finding.failed(examiner.check(), e.problem(), List.of());
            }
            patient.found(finding);
            examination.found(finding);
        }
    }

    /// The local service is looked at whatever became of the server.
    private static void here(Wish wish, String host, Examination examination) {
        examination.began(Check.LOCAL_SERVICE);
        Finding service = LocalServiceCheck.look(wish);
        examination.found(service);
        examination.began(Check.HOST_HEADER);
        boolean down = service.outcome() == Outcome.FAILED;
        examination.found(
                down
                        ? Finding.skipped(Check.HOST_HEADER, "no-answer", Map.of())
                        : HostHeaderCheck.look(wish, host));
    }
}
