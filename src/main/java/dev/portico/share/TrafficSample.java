package dev.portico.share;

/// One reading of a share's counters.
///
/// @param sent bytes from the local service to visitors
/// @param received bytes from visitors to the local service
/// @param visitors here now
/// @param visitorsInAll that ever came
public record TrafficSample(long sent, long received, int visitors, long visitorsInAll) {
    public static final TrafficSample NONE = new TrafficSample(0, 0, 0, 0);
}
