package dev.portico.share;

import java.time.Instant;
import java.util.List;

/// What a screen reads of one share: everything at one moment, immutable.
///
/// @param targetUp false once a visitor found nothing listening there, until one gets through
public record ShareStatus(
        Share share,
        ShareState state,
        Reach reach,
        boolean targetUp,
        TrafficSample traffic,
        List<VisitSample> visits) {

    public Exposure exposure() {
        return reach.exposure();
    }

    /// One visitor who is here now.
    public record VisitSample(Visitor visitor, long sent, long received) {
        static VisitSample of(Visit visit) {
            return new VisitSample(visit.visitor(), visit.sent(), visit.received());
        }

        public Instant since() {
            return visitor.since();
        }
    }
}
