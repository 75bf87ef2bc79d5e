package dev.portico.doctor;

import dev.portico.link.GatewayPorts;
import dev.portico.link.TrialForward;
import dev.portico.link.TrialSession;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.Problem;
import dev.portico.share.ProblemException;
import dev.portico.share.Share;
import dev.portico.share.Traffic;
import dev.portico.share.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Who is examined: the wish, the session, and what earlier checks have found. One thread.
final class Patient implements AutoCloseable {
    private static final Gate CLOSED = _ -> new Verdict.Refuse("this is an examination");

    private final Wish wish;
    private final TrialSession session;
    private final Journal journal;
    private final Map<Check, Finding> findings = new EnumMap<>(Check.class);
    private @Nullable TrialForward forward;
    private @Nullable Problem refusal;

    Patient(Wish wish, TrialSession session, Clock clock) {
        this.wish = wish;
        this.session = session;
        this.journal = new Journal(clock);
    }

    Wish wish() {
        return wish;
    }

    TrialSession session() {
        return session;
    }

    /// Known once the server has answered anything: it speaks of them after the sign-in.
    KeyOptions keyOptions() {
        return KeyOptions.in(session.words());
    }

    void found(Finding finding) {
        findings.put(finding.check(), finding);
    }

    boolean has(Check check, Outcome outcome) {
        Finding finding = findings.get(check);
        return finding != null && finding.outcome() == outcome;
    }

    GatewayPorts gatewayPorts() throws InterruptedException {
        return session.gatewayPorts();
    }

    /// The share as it is meant, open as long as the examination lasts; empty where it does not
    /// open, for the reason in [#refusal].
    Optional<TrialForward> forward() throws InterruptedException {
        if (forward == null && refusal == null) {
            Share share = wish.share();
            // more than was wished is a finding here, and nobody is let in
            Share wider =
                    new Share(
                            share.name(),
                            share.target(),
                            share.servers(),
                            share.port(),
                            share.bind(),
                            true,
                            true);
            try {
                Doorway doorway = new Doorway(share.name(), CLOSED, new Traffic(), journal);
                forward = session.open(wider, doorway);
            } catch (ProblemException e) {
                refusal = e.problem();
            }
        }
        return Optional.ofNullable(forward);
    }

    Optional<Problem> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public void close() {
        if (forward != null) {
            forward.close();
        }
        session.close();
        journal.close();
    }
}
