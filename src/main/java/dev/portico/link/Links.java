package dev.portico.link;

import dev.portico.share.Asker;
import dev.portico.share.Doorway;
import dev.portico.share.Linker;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Stands in until SSH is here.
public final class Links implements Linker, AutoCloseable {
    private final Path ownKnownHosts;
    private final Asker asker;

    public Links(Path ownKnownHosts, Asker asker) {
        this.ownKnownHosts = ownKnownHosts;
        this.asker = asker;
    }

    @Override
    public LiveForward open(
            Server server, Share share, Doorway doorway, Consumer<ShareState.Step> progress)
            throws ProblemException, InterruptedException {
        throw new ProblemException(
                Problem.of(
                        ProblemCode.SERVER_UNREACHABLE,
                        "not built yet: " + ownKnownHosts + " " + asker,
                        "address",
                        server.address()));
    }

    @Override
    public void close() {}
}
