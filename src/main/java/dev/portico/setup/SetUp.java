package dev.portico.setup;

import dev.portico.interop.ShellWords;
import dev.portico.share.BadInput;
import dev.portico.share.KeyMaker;
import dev.portico.share.Linker;
import dev.portico.share.Plain;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress;
import dev.portico.share.Remote;
import dev.portico.share.Remote.How;
import dev.portico.share.Remote.Ran;
import dev.portico.share.Remotes;
import dev.portico.share.Server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A session with a server whose user may become root there: looks, sets up, takes back.
///
/// What a set-up changes stays only once the new account has proven what it may do. When anything
/// goes wrong before, all of it is taken back; where this computer is lost meanwhile the server
/// does that by itself, after [#PATIENCE].
public final class SetUp implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final String ROOT_SHELL =
            "sh -c 'if [ \"$(id -u)\" = 0 ]; then exec sh -s \"$@\"; fi;"
                    + " exec sudo -n sh -s \"$@\"' sh";

    /// The room's way to servers.
    public record Tools(
            Remotes remotes, Linker linker, KeyMaker keys, Clock clock, Places places) {}

    private final Tools tools;
    private final Server server;
    private final Places places;
    private final Duration patience;
    private final Remote remote;

    private SetUp(Tools tools, Server server, Duration patience, Remote remote) {
        this.tools = tools;
        this.server = server;
        this.places = tools.places();
        this.patience = patience;
        this.remote = remote;
    }

    /// Signs in.
    ///
    /// @param server where the user has a shell
    public static SetUp begin(Tools tools, Server server, Progress progress)
            throws ProblemException, InterruptedException {
        return begin(tools, server, PATIENCE, progress);
    }

    static SetUp begin(Tools tools, Server server, Duration patience, Progress progress)
            throws ProblemException, InterruptedException {
        Remote remote = tools.remotes().remote(server, progress);
        return new SetUp(tools, server, patience, remote);
    }

    /// What [#look] runs at the server.
    public static String lookScript(String user, Places places) {
        return ScriptText.start("Looks at this server, and changes nothing.")
                .set("user", user)
                .set("config", places.config())
                .set("state", places.state(user))
                .resource("look.sh")
                .text();
    }

    public Found look(String user) throws ProblemException, InterruptedException {
        if (user.equals(server.user())) {
            throw new BadInput("input.tunnel.self", "user", user);
        }
        Ran ran = asRoot(lookScript(user, places), "", LOOK, "look");
        return Found.read(ran.output(), server, user);
    }

    /// Does what the plan says, and tries the new account.
    ///
    /// @param tunnel the server as the new account signs in there
    /// @return all that was tried, each as it was to be
    /// @throws ProblemException when anything is not; the server is then as it was before
    public List<Tried> apply(Plan plan, Server tunnel, Watcher watcher)
            throws ProblemException, InterruptedException {
        Steps steps = new Steps(watcher);
        boolean kept = false;
        try {
            Ran ran = run(plan.script(), String.valueOf(patience.toSeconds()), patience, steps);
            if (!ran.isGood()) {
                throw failed(steps.last(), ran);
            }
            List<Tried> tried = prove(plan, tunnel, watcher);
            keep(plan);
            kept = true;
            return tried;
        } finally {
            if (!kept) {
                takeBack(plan);
            }
        }
    }

    /// The script that [#undo] runs; empty when there is nothing to take back.
    public String undoText(String user) throws ProblemException, InterruptedException {
        String file = ShellWords.line(List.of(undoFile(user)));
        return asRoot("[ ! -e %1$s ] || cat %1$s\n".formatted(file), "", LOOK, "undo").output();
    }

    public void undo(String user, Watcher watcher) throws ProblemException, InterruptedException {
        Steps steps = new Steps(watcher);
        String script = "sh " + ShellWords.line(List.of(undoFile(user))) + "\n";
        Ran ran = run(script, "", patience, steps);
        if (!ran.isGood()) {
            throw failed("undo", ran);
        }
    }

    @Override
    public void close() {
        remote.close();
    }

    private List<Tried> prove(Plan plan, Server tunnel, Watcher watcher)
            throws ProblemException, InterruptedException {
        List<Tried> tried;
        try {
            tried =
                    new Proof(
                                    tools.remotes(),
                                    tools.linker(),
                                    tools.clock(),
                                    tunnel,
                                    plan.account(),
                                    watcher)
                            .run();
        } catch (ProblemException e) {
            throw new ProblemException(
                    Problem.because(
                            ProblemCode.SETUP_UNPROVEN, e.problem(), "account", tunnel.address()),
                    e);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(ProblemCode.INTERNAL, e.toString()), e);
        }
        String wrong =
                tried.stream()
                        .filter(each -> !each.well())
                        .map(each -> each.what().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.SETUP_UNPROVEN,
                            wrong,
                            "account",
                            tunnel.address(),
                            Problem.WHY,
                            "open"));
        }
        return tried;
    }

    private void keep(Plan plan) throws ProblemException, InterruptedException {
        String state = ShellWords.line(List.of(places.state(plan.account().user())));
        String isThisPlan = " && [ \"$(cat " + state + "/plan)\" = " + plan.id() + " ]\n";
        asRoot("rm -f " + state + "/waiting-*" + isThisPlan, "", LOOK, "keep");
    }

    /// The failure that led here is what the user hears of. A script that failed has done it.
    private void takeBack(Plan plan) {
        String file = ShellWords.line(List.of(plan.undoFile()));
        String waiting = ShellWords.line(List.of(places.state(plan.account().user())));
        String script =
                "for mark in %s/waiting-*; do [ ! -e \"$mark\" ] || exec sh %s; done\n"
                        .formatted(waiting, file);
        boolean interrupted = Thread.interrupted();
        try {
            run(script, "", LOOK, new Steps(Steps.NOBODY));
        } catch (ProblemException e) {
            System.getLogger(SetUp.class.getName())
                    .log(System.Logger.Level.WARNING, "the server takes it back itself", e);
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Ran asRoot(String script, String argument, Duration limit, String step)
            throws ProblemException, InterruptedException {
        Ran ran = run(script, argument, limit, new Steps(Steps.NOBODY));
        if (!ran.isGood()) {
            throw failed(step, ran);
        }
        return ran;
    }

    private Ran run(String script, String argument, Duration limit, Steps steps)
            throws ProblemException, InterruptedException {
        String command = argument.isEmpty() ? ROOT_SHELL : ROOT_SHELL + " " + argument;
        byte[] input = script.getBytes(StandardCharsets.UTF_8);
        try {
            return remote.run(command, input, limit, steps);
        } catch (ProblemException e) {
            throw new ProblemException(
                    Problem.because(
                            ProblemCode.SETUP_FAILED,
                            e.problem(),
                            "step",
                            steps.last(),
                            Problem.WHY,
                            "lost"),
                    e);
        }
    }

    private ProblemException failed(String step, Ran ran) {
        String said = Plain.text(ran.errors().isBlank() ? ran.output() : ran.errors());
        if (ran.how() == How.REFUSED) {
            return Found.unfit(server, "commands", said);
        }
        ProblemCode code =
                ran.errors().contains("sudo:")
                        ? ProblemCode.SETUP_NOT_ROOT
                        : ProblemCode.SETUP_FAILED;
        return new ProblemException(
                Problem.quoting(
                        code, said, "server", server.name(), "user", server.user(), "step", step));
    }

    private String undoFile(String user) {
        return places.state(user) + "/undo.sh";
    }
}
