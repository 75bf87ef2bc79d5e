package dev.portico.link;

import dev.portico.link.SessionChannel.Until;
import dev.portico.share.ProblemException;
import dev.portico.share.Remote;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Commands on a link, each on a channel of its own.
final class RemoteSession implements Remote {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] NOTHING = {};
    // what only a shell makes of the text
    private static final String QUESTION = "echo portico-$((40+2))";
    private static final String ANSWER = "portico-42";
    // SSH_FXP_INIT of version 3, and the type of the answer (draft-ietf-secsh-filexfer-02, 4)
    private static final byte[] SFTP_INIT = {0, 0, 0, 5, 1, 0, 0, 0, 3};
    private static final int SFTP_VERSION = 2;

    private final Link link;
    private final Runnable leave;
    private final AtomicBoolean left = new AtomicBoolean();

    /// @param leave lets go of the link
    RemoteSession(Link link, Runnable leave) {
        this.link = link;
        this.leave = leave;
    }

    @Override
    public Ran run(String command, byte[] input, Duration limit, Consumer<String> heard)
            throws ProblemException, InterruptedException {
        return SessionChannel.ask(
                link,
                new SessionChannel.Asking(
                        "exec", fields -> fields.string(command), Until.ENDED, heard),
                input,
                limit);
    }

    @Override
    public boolean opens(Door door) throws ProblemException, InterruptedException {
        return switch (door) {
            case COMMAND -> run(QUESTION, NOTHING, SOON).output().contains(ANSWER);
            case SHELL -> {
                byte[] input = (QUESTION + "\nexit\n").getBytes(StandardCharsets.US_ASCII);
                yield ask("shell", fields -> fields, input, Until.ENDED).output().contains(ANSWER);
            }
            case SFTP -> {
                String output =
                        ask("subsystem", fields -> fields.string("sftp"), SFTP_INIT, Until.SPEAKS)
                                .output();
                yield output.length() > 4 && output.charAt(4) == SFTP_VERSION;
            }
            case TERMINAL ->
                    isGranted(
                            "pty-req",
                            fields ->
                                    fields.string("dumb")
                                            .int32(80)
                                            .int32(24)
                                            .int32(0)
                                            .int32(0)
                                            .string(NOTHING));
            case AGENT -> isGranted("auth-agent-req@openssh.com", fields -> fields);
            case X11 ->
                    isGranted(
                            "x11-req",
                            fields ->
                                    fields.bool(true)
                                            .string("MIT-MAGIC-COOKIE-1")
                                            .string("0".repeat(32))
                                            .int32(0));
        };
    }

    @Override
    public boolean mayReach(String host, int port) throws ProblemException, InterruptedException {
        ProbeChannel visit = ProbeChannel.open(link, host, port, NOTHING);
        try {
            return switch (visit.outcome().get(SOON.toSeconds(), TimeUnit.SECONDS)) {
                case CONNECTED, NOBODY_LISTENS -> true;
                case PROHIBITED -> false;
                case SESSION_OVER -> throw new ProblemException(link.awaitEnd());
            };
        } catch (TimeoutException _) {
            return true; // it is on its way there
        } catch (ExecutionException e) {
            throw new ProblemException(Diagnosis.unexpected(e), e);
        } finally {
            visit.end();
        }
    }

    @Override
    public boolean answers(String host, int port, byte[] words)
            throws ProblemException, InterruptedException {
        ProbeChannel visit = ProbeChannel.open(link, host, port, words);
        try {
            return visit.answer().get(SOON.toSeconds(), TimeUnit.SECONDS)
                    == ProbeChannel.Answer.SPOKE;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new ProblemException(Diagnosis.unexpected(e), e);
        } finally {
            visit.end();
        }
    }

    @Override
    public void close() {
        if (!left.getAndSet(true)) {
            leave.run();
        }
    }

    private boolean isGranted(String type, UnaryOperator<Outgoing> fields)
            throws ProblemException, InterruptedException {
        return ask(type, fields, NOTHING, Until.ANSWERED).how() == How.ENDED;
    }

    private Ran ask(String type, UnaryOperator<Outgoing> fields, byte[] input, Until until)
            throws ProblemException, InterruptedException {
        return SessionChannel.ask(
                link, new SessionChannel.Asking(type, fields, until, _ -> {}), input, SOON);
    }
}
