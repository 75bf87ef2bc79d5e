package dev.portico.setup;

import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.setup.Tried.What;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.Linker;
import dev.portico.share.LiveForward;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Remote;
import dev.portico.share.Remote.Door;
import dev.portico.share.Remotes;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Traffic;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Signs in with the new account and tries what it is to do, and what it is not to do.
final class Proof {
    private static final int SIGN_INS = 10;
    private static final long PAUSE_MILLIS = 300;
    private static final int OTHER_PORTS = 5;
    private static final Target NOWHERE = new Target.Tcp("localhost", 9);
    /// For documentation (RFC 5737), so nobody is disturbed.
    private static final String NOBODYS_ADDRESS = "192.0.2.1";

    private final Remotes remotes;
    private final Linker linker;
    private final Server server;
    private final TunnelAccount account;
    private final Watcher watcher;
    private final Journal journal;
    private final List<Tried> all = new ArrayList<>();

    /// @param server as the account signs in there
    Proof(
            Remotes remotes,
            Linker linker,
            Clock clock,
            Server server,
            TunnelAccount account,
            Watcher watcher) {
        this.remotes = remotes;
        this.linker = linker.alone();
        this.server = server.withPorts(Optional.empty());
        this.account = account;
        this.watcher = watcher;
        this.journal = new Journal(clock); // not that of the shares: nobody is to hear of this one
    }

    /// Blocks. Nothing stays open.
    List<Tried> run() throws ProblemException, InterruptedException, IOException {
        try (journal;
                Remote remote = signIn()) {
            tell(What.SIGN_IN, true);
            share(remote);
            for (Door door : Door.values()) {
                tell(What.valueOf(door.name()), !remote.opens(door));
            }
            tell(What.OTHER_SERVICE, !remote.mayReach("127.0.0.1", server.port()));
            tell(What.OTHER_HOST, !remote.mayReach(NOBODYS_ADDRESS, 80));
            tell(What.OTHER_PORT, isOtherPortRefused());
            if (!account.everyone()) {
                tell(What.EVERYONE, ask(account.ports().getFirst(), "*") == Answer.REFUSED);
            }
        }
        return all;
    }

    private void tell(What what, boolean well) {
        Tried tried = new Tried(what, well);
        all.add(tried);
        watcher.tried(tried);
    }

    /// While sshd reads its configuration again it may turn people away.
    private Remote signIn() throws ProblemException, InterruptedException {
        for (int left = SIGN_INS; ; left--) {
            try {
                return remotes.remote(server, _ -> {});
            } catch (ProblemException e) {
                if (left == 1 || !e.problem().code().curesItself()) {
                    throw e;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private void share(Remote remote) throws ProblemException, InterruptedException, IOException {
        try (Greeter greeter = Greeter.open()) {
            for (int port : account.ports()) {
                try (LiveForward forward = open(port, bind(), greeter.target())) {
                    tell(What.PORT, true);
                    int there = forward.forward().port();
                    boolean heard = remote.answers("127.0.0.1", there, greeter.question());
                    tell(What.BYTES, heard && greeter.wasGreeted());
                    return;
                } catch (ProblemException e) {
                    if (e.problem().code() != ProblemCode.PORT_TAKEN
                            || port == account.ports().getLast()) {
                        throw e;
                    }
                }
            }
        }
    }

    private boolean isOtherPortRefused() throws ProblemException, InterruptedException {
        int last = account.ports().getLast();
        List<Integer> others =
                IntStream.concat(
                                IntStream.rangeClosed(last + 1, last + OTHER_PORTS),
                                IntStream.rangeClosed(1025, 1024 + OTHER_PORTS))
                        .filter(port -> port <= 65535 && !account.ports().contains(port))
                        .boxed()
                        .toList();
        for (int port : others) {
            Answer answer = ask(port, bind());
            if (answer != Answer.TAKEN) {
                return answer == Answer.REFUSED;
            }
        }
        return false;
    }

    private enum Answer {
        GRANTED,
        REFUSED,
        TAKEN
    }

    private Answer ask(int port, String bind) throws ProblemException, InterruptedException {
        try (LiveForward _ = open(port, bind, NOWHERE)) {
            return Answer.GRANTED;
        } catch (ProblemException e) {
            return switch (e.problem().code()) {
                case PORT_FORBIDDEN, FORWARDING_FORBIDDEN -> Answer.REFUSED;
                case PORT_TAKEN -> Answer.TAKEN;
                default -> throw e;
            };
        }
    }

    private LiveForward open(int port, String bind, Target target)
            throws ProblemException, InterruptedException {
        Share share = new Share("set-up", target, server.name(), port, bind);
        Doorway doorway = new Doorway(share.name(), Gate.OPEN, new Traffic(), journal);
        return linker.open(server, share, doorway, _ -> {});
    }

    private String bind() {
        return account.everyone() ? "*" : "localhost";
    }
}
