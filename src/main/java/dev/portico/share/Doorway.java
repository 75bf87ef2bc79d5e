package dev.portico.share;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// What a share gives to the link that carries it: who may come in, where bytes are counted, who is
/// here now. Lives as long as the share's keeper, over all sessions. Every method may be called by
/// any thread and does not block.
public final class Doorway {
    private final String share;
    private final Gate gate;
    private final Traffic traffic;
    private final Journal journal;
    private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
    private final AtomicBoolean targetUp = new AtomicBoolean(true);

    public Doorway(String share, Gate gate, Traffic traffic, Journal journal) {
        this.share = share;
        this.gate = gate;
        this.traffic = traffic;
        this.journal = journal;
    }

    public Traffic traffic() {
        return traffic;
    }

    public Verdict admit(Visitor visitor) {
        Verdict verdict = gate.admit(visitor);
        if (verdict instanceof Verdict.Refuse refuse) {
            refused(visitor, refuse.reason());
        }
        return verdict;
    }

    /// The local service took the connection.
    public void came(Visit visit) {
        visits.put(visit.visitor().id(), visit);
        traffic.came();
        targetIsUp(true);
        journal.write(new ShareEvent.VisitorCame(journal.now(), share, visit.visitor()));
    }

    public void left(Visit visit) {
        if (visits.remove(visit.visitor().id()) != null) {
            traffic.left();
            journal.write(
                    new ShareEvent.VisitorLeft(
                            journal.now(), share, visit.visitor(), visit.sent(), visit.received()));
        }
    }

    /// Turned away because the local service did not answer.
    public void foundNobody(Visitor visitor, String reason) {
        targetIsUp(false);
        refused(visitor, reason);
    }

    /// It is known, without a visitor, that nothing listens there yet.
    public void nobodyListens() {
        targetIsUp(false);
    }

    public boolean isTargetUp() {
        return targetUp.get();
    }

    private void targetIsUp(boolean up) {
        if (targetUp.getAndSet(up) != up) {
            journal.write(new ShareEvent.TargetChanged(journal.now(), share, up));
        }
    }

    private void refused(Visitor visitor, String reason) {
        journal.write(new ShareEvent.VisitorRefused(journal.now(), share, visitor, reason));
    }

    public Collection<Visit> visits() {
        return visits.values();
    }
}
