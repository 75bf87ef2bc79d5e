package dev.portico.share;

import java.time.Instant;

/// Something that happened to a share, in the order in which it happened.
public sealed interface ShareEvent {
    Instant at();

    String share();

    /// The share's state is another one now.
    record StateChanged(Instant at, String share, ShareState state, TrafficSample traffic)
            implements ShareEvent {}

    record TargetChanged(Instant at, String share, boolean up) implements ShareEvent {}

    /// Whatever comes after this is told under the name of now.
    record Renamed(Instant at, String share, String before) implements ShareEvent {}

    /// Who can open the link is known now, or is another one than before.
    record ReachChanged(Instant at, String share, Reach reach) implements ShareEvent {}

    record VisitorCame(Instant at, String share, Visitor visitor) implements ShareEvent {}

    /// @param byUser whether the user ended the visit
    record VisitorLeft(
            Instant at, String share, Visitor visitor, long sent, long received, boolean byUser)
            implements ShareEvent {}

    record VisitorRefused(Instant at, String share, Visitor visitor, String reason)
            implements ShareEvent {}
}
