package dev.portico.setup;

import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.link.Links;
import dev.portico.link.OwnKeys;
import dev.portico.share.Asker;
import dev.portico.share.PortRange;
import dev.portico.share.Server;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A set-up of one account at a server of the test, and all that it told.
final class SetUpRig implements AutoCloseable, Watcher {
    private final Links links = new Links(Path.of("no-known-hosts-of-our-own"), Asker.NOBODY);
    final List<String> steps = new ArrayList<>();
    final List<Tried> told = new ArrayList<>();
    final OwnServer own;
    final Path key;
    final PortRange ports;
    final String user;
    private final String half;
    Duration patience = SetUp.PATIENCE;
    Places places;
    Runnable atStep = () -> {};
    String step = "";

    SetUpRig(OwnServer own, Path folder, String user) throws Exception {
        this.own = own;
        this.user = user;
        places = own.places();
        key = folder.resolve("tunnel");
        half = new OwnKeys().make(key, "portico test", new char[0]);
        int first = freePair();
        ports = new PortRange(first, first + 1);
    }

    SetUp begin(Server server) throws Exception {
        return SetUp.begin(
                new SetUp.Tools(links, links, new OwnKeys(), Clock.systemUTC(), places),
                server,
                patience,
                _ -> {});
    }

    Plan plan(boolean everyone) throws Exception {
        try (SetUp setUp = begin(own.server())) {
            return plan(setUp.look(user), everyone);
        }
    }

    Plan plan(Found found, boolean everyone) {
        TunnelAccount account = new TunnelAccount(user, ports, everyone);
        return new Plan(account, half, found, places, Optional.empty());
    }

    List<Tried> apply(Plan plan) throws Exception {
        try (SetUp setUp = begin(own.server())) {
            return setUp.apply(plan, tunnel(plan), this);
        }
    }

    void undo() throws Exception {
        try (SetUp setUp = begin(own.server())) {
            setUp.undo(user, this);
        }
    }

    Server tunnel(Plan plan) {
        return plan.profile(own.server(), key, "tunnel");
    }

    @Override
    public void step(String name, String words) {
        steps.add(name);
        if (name.equals(step)) {
            atStep.run();
        }
    }

    @Override
    public void tried(Tried tried) {
        told.add(tried);
    }

    @Override
    public void close() {
        links.close();
    }

    /// Two ports side by side that nobody listens on.
    private static int freePair() throws Exception {
        for (int port = 20_000 + (int) (ProcessHandle.current().pid() % 20_000); ; port += 2) {
            if (isFree(port) && isFree(port + 1) && isFree(port + 2)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (java.io.IOException _) {
            return false;
        }
    }
}
