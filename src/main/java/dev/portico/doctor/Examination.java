package dev.portico.doctor;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/// An examination under way, or over. Any thread may look.
public final class Examination {

    /// @param findings so far, in the order of the chain; all of them when it is over
    /// @param running what is looked at now
    public record Seen(List<Finding> findings, Optional<Check> running, boolean over) {
        public Seen {
            findings = List.copyOf(findings);
        }

        public boolean isSound() {
            return findings.stream().noneMatch(it -> it.outcome() == Outcome.FAILED);
        }

        public boolean isCancelled() {
            return findings.stream()
                    .filter(it -> it.outcome() == Outcome.SKIPPED)
                    .anyMatch(it -> it.why().equals(Doctor.CANCELLED));
        }
    }

    private final Wish wish;
    private final Map<Check, Finding> findings = new EnumMap<>(Check.class);
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Check running;
    private @Nullable Thread thread;

    Examination(Wish wish) {
        this.wish = wish;
    }

    synchronized void start(Runnable work) {
        thread = Thread.ofVirtual().name("doctor-" + wish.server().name()).start(work);
    }

    public synchronized Seen seen() {
        return new Seen(
                List.copyOf(findings.values()), Optional.ofNullable(running), over.getCount() == 0);
    }

    /// Returns at once; it is over when all is closed at the server.
    public synchronized void cancel() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /// Blocks until all is closed at the server.
    public Seen await() throws InterruptedException {
        over.await();
        return seen();
    }

    synchronized void began(Check check) {
        running = check;
    }

    synchronized void found(Finding finding) {
        findings.put(finding.check(), finding);
    }

    synchronized boolean has(Check check) {
        return findings.containsKey(check);
    }

    /// Nothing was looked at any more, for that reason.
    synchronized void skip(String why) {
        skip(why, List.of(Check.values()));
    }

    /// As [#skip(String)], of what comes before that check.
    synchronized void skip(Check end, String why) {
        skip(why, Stream.of(Check.values()).filter(check -> check.compareTo(end) < 0).toList());
    }

    private void skip(String why, List<Check> checks) {
        Map<String, String> facts = failedBefore();
        for (Check check : checks) {
            findings.computeIfAbsent(check, it -> Finding.skipped(it, why, facts));
        }
    }

    /// A defect of ours is said, and nothing that was found is lost.
    synchronized void broke(Throwable e) {
        Check check = running == null ? Check.NAME : running;
        Problem problem = Problem.of(ProblemCode.INTERNAL, e.toString());
        findings.put(check, Finding.failed(check, problem, List.of()));
    }

    synchronized void end() {
        running = null;
        over.countDown();
    }

    private Map<String, String> failedBefore() {
        return findings.values().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .findFirst()
                .map(finding -> Map.of(Finding.CHECK, finding.check().code()))
                .orElse(Map.of());
    }
}
