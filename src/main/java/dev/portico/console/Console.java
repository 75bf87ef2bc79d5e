package dev.portico.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The command line: arguments in, words and an exit code out.
public final class Console {

    @Command(
            name = "portico",
            description = "Share a port of this computer through your own SSH server.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Without a command the window opens.",
                "",
                "Examples:",
                "  portico share 3000 --on practice",
                "  portico share 3000 --on me@example.com",
                "  portico servers add vps me@example.com"
            })
    @SuppressWarnings("UnusedVariable") // picocli looks at the fields
    private static final class Root implements IVersionProvider {
        @Option(
                names = {"-V", "--version"},
                versionHelp = true,
                description = "Show the version and end.")
        private boolean versionWanted;

        @CommandLine.Mixin private final HelpOption help = new HelpOption();

        @Override
        public String[] getVersion() {
            String version = Console.class.getPackage().getImplementationVersion();
            return new String[] {"Portico " + Optional.ofNullable(version).orElse("(from source)")};
        }
    }

    private final Surroundings around;
    private final CommandLine line;
    private final Failures failures;

    public Console(Surroundings around) {
        this.around = around;
        this.failures = new Failures(new Words(around.err(), around.locale()));
        this.line = new CommandLine(new Root());
        line.addSubcommand(new ShareCommand(around));
        line.addSubcommand(
                new CommandLine(new ServersCommand())
                        .addSubcommand(new ServersList(around))
                        .addSubcommand(new ServersAdd(around))
                        .addSubcommand(new ServersEdit(around))
                        .addSubcommand(new ServersRemove(around))
                        .addSubcommand(new ServersImport(around))
                        .addSubcommand(new ServersForget(around))
                        .addSubcommand(new ServersForgetKey(around))
                        .addSubcommand(new ServersSetup(around)));
        line.addSubcommand(new DoctorCommand(around));
        line.addSubcommand(new ExplainCommand(around));
        line.addSubcommand(new PracticeCommand(around));
        line.addSubcommand(new ExportCommand(around));
        line.addSubcommand(new ImportCommand(around));
        line.addSubcommand(new HelpCommand(line));
        line.setExpandAtFiles(false);
        line.setOut(new PrintWriter(around.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(around.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, _) -> failures.usage(e));
        line.setExecutionExceptionHandler((e, command, _) -> failures.failed(e, command));
        line.getCommandSpec().versionProvider(new Root());
    }

    /// Returns when the command has ended, with the exit code for the process.
    public int run(String... arguments) {
        int code;
        try {
            code = line.execute(arguments);
        } catch (RuntimeException | Error e) {
            code = failures.internal(e);
        }
        Optional<IOException> failure = around.out().failure(around.proc());
        return failure.isPresent() ? failures.unwritten(failure.get()) : code;
    }
}
