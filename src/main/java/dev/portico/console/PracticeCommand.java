package dev.portico.console;

import dev.portico.practice.Practice;
import dev.portico.share.Ports;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// An SSH server on this computer to try things with, until Ctrl-C.
@Command(
        name = "practice",
        description = "Run a practice SSH server on this computer, until Ctrl-C.",
        footer = {"", "Example:", "  portico practice --port 2222"})
final class PracticeCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the practice server; 0 (the default) is any free one.")
    private String port = "0";

    PracticeCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws ProblemException, InterruptedException {
        int wanted = Ports.parseOrAutomatic(port);
        Closing closing = new Closing();
        try (Ending ending = new Ending(around.processEnd(), closing::close, () -> {});
                closing) {
            Practice practice = around.practices().apply(wanted);
            closing.add(practice::close);
            Server server = start(practice, wanted);
            print(server, sitePort(practice));
            ending.await();
            return ExitCode.DONE;
        }
    }

    static Server start(Practice practice, int port) throws ProblemException {
        try {
            return practice.server();
        } catch (BindException e) {
            throw new ProblemException(
                    Problem.of(
                            ProblemCode.PORT_TAKEN,
                            String.valueOf(e.getMessage()),
                            "port",
                            String.valueOf(port),
                            "server",
                            "127.0.0.1"),
                    e);
        } catch (IOException e) {
            throw new ProblemException(Problem.of(ProblemCode.INTERNAL, e.toString()), e);
        }
    }

    private static int sitePort(Practice practice) throws ProblemException {
        try {
            return practice.sitePort();
        } catch (IOException e) {
            throw new ProblemException(Problem.of(ProblemCode.INTERNAL, e.toString()), e);
        }
    }

    private void print(Server server, int sitePort) {
        Words out = new Words(around.out(), around.locale());
        String key =
                server.signIn() instanceof SignIn.KeyFiles(var paths) && !paths.isEmpty()
                        ? paths.getFirst().toString()
                        : "";
        String hosts = server.hostKeys().file().map(Path::toString).orElse("");
        out.say("console.practice.host", "host", server.host());
        out.say("console.practice.port", "port", String.valueOf(server.port()));
        out.say("console.practice.user", "user", server.user());
        out.say("console.practice.key", "file", key);
        out.say("console.practice.known-hosts", "file", hosts);
        out.say("console.practice.site", "port", String.valueOf(sitePort));
        Words err = new Words(around.err(), around.locale());
        err.say("console.practice.try");
        err.stream()
                .printf(
                        "  portico share %d --on %s -i %s --known-hosts %s%n",
                        sitePort, server.address(), key, hosts);
        err.say("console.how-to-stop");
    }
}
