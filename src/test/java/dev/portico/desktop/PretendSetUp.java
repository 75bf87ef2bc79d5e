package dev.portico.desktop;

import dev.portico.fixture.PretendForward;
import dev.portico.link.OwnKeys;
import dev.portico.setup.Places;
import dev.portico.setup.SetUp;
import dev.portico.share.Forward;
import dev.portico.share.Linker;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Remote;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A server that can be set up, as far as the window sees it.
final class PretendSetUp implements Remote {
    private static final int LAST_PORT = 9009;
    private static final String LOOKED =
            "portico sshd=/usr/sbin/sshd\nportico config=/etc/ssh/sshd_config\n"
                    + "portico drop-ins=/etc/ssh/sshd_config.d\nportico maker=/usr/sbin/useradd\n";
    private static final String STEPS =
            "portico account: tunnel\nportico key: /home/tunnel/.ssh/authorized_keys\n"
                    + "portico config: /etc/ssh/sshd_config.d/50-portico-tunnel.conf\n"
                    + "portico check: sshd -t\nportico reload: sshd\n"
                    + "portico done: sh /var/lib/portico/tunnel/undo.sh\n";

    /// Let go once the new account may be tried.
    final CountDownLatch held = new CountDownLatch(1);

    /// Whether sshd finds fault with what it is to read.
    volatile boolean fails;

    private volatile Target.Tcp greeter = new Target.Tcp("localhost", 9);

    SetUp.Tools tools() {
        Linker linker = (server, share, _, _) -> open(server, share);
        return new SetUp.Tools(
                (_, _) -> this, linker, new OwnKeys(), Clock.systemUTC(), Places.USUAL);
    }

    private LiveForward open(Server server, Share share) throws ProblemException {
        if (share.port() > LAST_PORT || !share.bind().equals(server.bind().orElse("localhost"))) {
            throw new ProblemException(Problem.of(ProblemCode.PORT_FORBIDDEN, ""));
        }
        if (share.target() instanceof Target.Tcp tcp) {
            greeter = tcp;
        }
        return new PretendForward(Forward.of(server, share, share.port()), () -> {});
    }

    @Override
    public Ran run(String command, byte[] input, Duration limit, Consumer<String> heard) {
        String script = new String(input, StandardCharsets.UTF_8);
        if (script.contains("Looks at this server")) {
            return new Ran(How.ENDED, OptionalInt.of(0), LOOKED + "portico end=here\n", "");
        }
        if (script.contains("Makes the account") && fails) {
            heard.accept(STEPS.substring(0, STEPS.indexOf("portico reload")));
            heard.accept("portico failed: sh /var/lib/portico/tunnel/undo.sh\n");
            String words = "/etc/ssh/sshd_config line 12: Bad configuration option: NoSuchWord";
            return new Ran(How.ENDED, OptionalInt.of(1), "", words);
        }
        if (script.contains("Makes the account")) {
            heard.accept(STEPS);
        }
        return new Ran(How.ENDED, OptionalInt.of(0), "", "");
    }

    @Override
    public boolean opens(Door door) throws InterruptedException {
        if (door == Door.TERMINAL) {
            held.await();
        }
        return false;
    }

    @Override
    public boolean mayReach(String host, int port) {
        return false;
    }

    @Override
    public boolean answers(String host, int port, byte[] words) {
        try (Socket visitor = new Socket(greeter.host(), greeter.port())) {
            visitor.getOutputStream().write(words);
            return visitor.getInputStream().readNBytes(words.length).length == words.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
