package dev.portico.link;

import dev.portico.share.Forward;
import dev.portico.share.Reach;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/// A forward that is opened to be looked at: nobody waits for its end.
public final class TrialForward implements AutoCloseable {

    /// What a visit from this computer met.
    public enum Visited {
        CAME_BACK,
        SOMEBODY_ELSE,
        REFUSED,
        NO_ANSWER,
        NO_WAY,
        THIS_COMPUTER
    }

    private final RemoteForward forward;

    TrialForward(RemoteForward forward) {
        this.forward = forward;
    }

    public Forward forward() {
        return forward.forward();
    }

    /// How long the proof from inside took; empty where the server visits nothing for us.
    public Optional<Duration> proven() {
        return forward.proof().last().map(Reach.Proof::roundTrip);
    }

    /// Whether the port was found on another address than it was asked for.
    public boolean isElsewhere() {
        return forward.isElsewhere();
    }

    /// Blocks for some seconds at most.
    public Reach reach() throws InterruptedException {
        return new ExposureCheck(forward).look();
    }

    /// Visits one address of the server from here, as anybody would. Blocks for eight seconds at
    /// most.
    public Visited visit(InetAddress address) throws InterruptedException {
        return switch (OutsideVisit.make(forward.proof(), address, forward.forward().port())) {
            case CAME_BACK -> Visited.CAME_BACK;
            case SOMEBODY_ELSE -> Visited.SOMEBODY_ELSE;
            case REFUSED -> Visited.REFUSED;
            case NO_ANSWER -> Visited.NO_ANSWER;
            case NO_WAY -> Visited.NO_WAY;
            case THIS_COMPUTER -> Visited.THIS_COMPUTER;
        };
    }

    @Override
    public void close() {
        forward.close();
    }
}
