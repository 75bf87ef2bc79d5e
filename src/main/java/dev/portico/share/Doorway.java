package dev.portico.share;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// What a share gives to the link that carries it: who may come in, where bytes are counted, who is
/// here now. Lives as long as the share's keeper, over all sessions. Every method may be called by
/// any thread and does not block.
public final class Doorway {
    private final Supplier<String> share;
    private final Gate gate;
    private final Traffic traffic;
    private final Journal journal;
    private final Map<Long, Visit> visits = new ConcurrentHashMap<>();
    private final Set<Long> ended = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean targetUp = new AtomicBoolean(true);
    private volatile Reach reach = Reach.UNKNOWN;
    private final OldPorts oldPorts;

    public Doorway(String share, Gate gate, Traffic traffic, Journal journal) {
        this(() -> share, gate, traffic, journal, new OldPorts(Map.of()));
    }

    /// @param share its name, which may become another one
    Doorway(
            Supplier<String> share,
            Gate gate,
            Traffic traffic,
            Journal journal,
            OldPorts oldPorts) {
        this.share = share;
        this.gate = gate;
        this.traffic = traffic;
        this.journal = journal;
        this.oldPorts = oldPorts;
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
        journal.write(new ShareEvent.VisitorCame(journal.now(), share.get(), visit.visitor()));
    }

    public void left(Visit visit) {
        if (visits.remove(visit.visitor().id()) != null) {
            traffic.left();
            journal.write(
                    new ShareEvent.VisitorLeft(
                            journal.now(),
                            share.get(),
                            visit.visitor(),
                            visit.sent(),
                            visit.received(),
                            ended.remove(visit.visitor().id())));
        }
    }

    /// Ends a visit because the user wants it. It is over from now on, however busy the line is.
    void disconnect(long visitor) {
        Visit visit = visits.get(visitor);
        if (visit != null) {
            ended.add(visitor);
            visit.disconnect();
            left(visit);
        }
    }

    /// As [#disconnect], with everybody from that address.
    void disconnectFrom(String address) {
        visits.values().stream()
                .map(Visit::visitor)
                .filter(visitor -> visitor.address().equals(address))
                .forEach(visitor -> disconnect(visitor.id()));
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

    /// It is known, or known anew, who can open the link.
    public synchronized void reaches(Reach now) {
        Reach before = reach;
        reach = now;
        if (now.isNewsAfter(before)) {
            journal.write(new ShareEvent.ReachChanged(journal.now(), share.get(), now));
        }
    }

    /// There is no link any more, so nobody can open it.
    public synchronized void reachesNobody() {
        reach = Reach.UNKNOWN;
    }

    public Reach reach() {
        return reach;
    }

    /// Now, by the clock of this share's events.
    public Instant now() {
        return journal.now();
    }

    /// Whether this share had that port of the server before: whoever holds it now may be our own
    /// old session.
    public boolean hadPort(Server server, int port) {
        return oldPorts.isOurs(server, port);
    }

    /// Whoever holds that port of ours now said nothing when it was visited.
    public void oldPortIsSilent(Server server) {
        oldPorts.isSilent(server, now());
    }

    /// Whether that is known already; a visit each time would keep the old session busy, and alive.
    public boolean oldPortWasSilent(Server server) {
        return oldPorts.wasSilent(server, now());
    }

    public boolean isTargetUp() {
        return targetUp.get();
    }

    private void targetIsUp(boolean up) {
        if (targetUp.getAndSet(up) != up) {
            journal.write(new ShareEvent.TargetChanged(journal.now(), share.get(), up));
        }
    }

    private void refused(Visitor visitor, String reason) {
        journal.write(new ShareEvent.VisitorRefused(journal.now(), share.get(), visitor, reason));
    }

    public Collection<Visit> visits() {
        return visits.values();
    }
}
