package dev.portico.link;

import dev.portico.share.Doorway;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Share;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A session of its own with a server, for whoever wants to learn more of it than a share needs.
/// Nothing that it opens there outlives it. One thread at a time.
public final class TrialSession implements AutoCloseable {
    private static final long VISIT_SECONDS = 10;

    /// How the server took a request for a listener (RFC 4254, section 7.1).
    ///
    /// @param port the one that was opened
    /// @param words what the server said with it
    public record Answer(boolean granted, int port, List<String> words) {

        /// Whether forwarding is switched off, by the server or for the key.
        public boolean isDisabled() {
            return says("disabled port forwarding");
        }

        /// Whether other ports are permitted, and not this one.
        public boolean isNotListed() {
            return says("port forwarding refused");
        }

        private boolean says(String text) {
            return words.stream().anyMatch(word -> word.contains(text));
        }
    }

    private final Link link;
    private final Runnable leave;

    TrialSession(Link link, Runnable leave) {
        this.link = link;
        this.leave = leave;
    }

    /// Who made the server, as it introduced itself.
    public String software() {
        return link.software();
    }

    public boolean isDropbear() {
        return software().startsWith("dropbear");
    }

    /// What the server said beside the protocol so far, such as the options of the key.
    public List<String> words() {
        return link.words().since(0);
    }

    /// Asks for a listener and gives it back at once.
    public Answer tryPort(String bind, int port) throws InterruptedException, ProblemException {
        try (TrialPorts trial = new TrialPorts(link)) {
            GlobalRequests.Reply reply = trial.open(bind, port);
            return new Answer(
                    reply.granted(), port == 0 ? reply.port() : port, List.copyOf(reply.words()));
        } catch (TimeoutException e) {
            throw lost(e);
        }
    }

    /// Blocks while the server is asked.
    public GatewayPorts gatewayPorts() throws InterruptedException {
        return link.gatewayPorts();
    }

    /// Whether the server may be asked to visit its own addresses (RFC 4254, section 7.2).
    public boolean visitsItself() throws InterruptedException {
        ProbeChannel channel = ProbeChannel.open(link, "127.0.0.1", 1, new byte[0]);
        try {
            return channel.outcome().get(VISIT_SECONDS, TimeUnit.SECONDS)
                    != ProbeChannel.Outcome.PROHIBITED;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            channel.end();
        }
    }

    /// Opens a share as it is meant, and proves it.
    public TrialForward open(Share share, Doorway doorway)
            throws ProblemException, InterruptedException {
        Progress unwatched = _ -> {};
        return new TrialForward(link.forward(share, doorway, unwatched));
    }

    /// Whether an address is one of this computer, where a visit proves nothing about others.
    public static boolean isOfThisComputer(InetAddress address) {
        return OutsideVisit.isOfThisComputer(address);
    }

    @Override
    public void close() {
        leave.run();
    }

    private ProblemException lost(TimeoutException e) throws InterruptedException {
        return new ProblemException(
                link.isOver() ? link.awaitEnd() : Diagnosis.noReply(link.server()), e);
    }
}
