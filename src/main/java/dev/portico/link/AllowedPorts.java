package dev.portico.link;

import dev.portico.share.Doorway;
import dev.portico.share.PortRange;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Share;

/// Chooses a port where the profile of the server says which may be used, and the server may not
/// choose. Each share begins at a place of its own, so that it mostly gets the same port again.
final class AllowedPorts {
    private static final int MOST_TRIES = 30;

    private final Link link;
    private final Share share;
    private final Doorway doorway;
    private final PortRange range;

    AllowedPorts(Link link, Share share, Doorway doorway, PortRange range) {
        this.link = link;
        this.share = share;
        this.doorway = doorway;
        this.range = range;
    }

    RemoteForward open(Progress progress) throws ProblemException, InterruptedException {
        int begin = share.name().hashCode();
        int most = Math.min(range.size(), MOST_TRIES);
        for (int tries = 0; tries < most; tries++) {
            Share there = share.withPort(range.port(begin + tries));
            try {
                return new PortRequest(link, there, doorway).open(progress);
            } catch (ProblemException e) {
                if (e.problem().code() != ProblemCode.PORT_TAKEN) {
                    throw e;
                }
            }
        }
        throw new ProblemException(allTaken(most));
    }

    private Problem allTaken(int tried) {
        return Problem.of(
                ProblemCode.PORT_TAKEN,
                "",
                "server",
                link.server().name(),
                "ports",
                range.text(),
                "n",
                String.valueOf(tried),
                Problem.WHY,
                "range");
    }
}
