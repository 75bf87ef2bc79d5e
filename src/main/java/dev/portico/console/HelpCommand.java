package dev.portico.console;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;

/// The word for those who do not know the option.
@Command(
        name = "help",
        description = "Show what a command does, like its --help.",
        footer = {"", "Example:", "  portico help share"})
final class HelpCommand implements Runnable {
    private final CommandLine root;

    @Mixin final HelpOption help = new HelpOption();

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "Such as 'share' or 'servers add'.")
    private List<String> words = List.of();

    HelpCommand(CommandLine root) {
        this.root = root;
    }

    @Override
    public void run() {
        CommandLine found = root;
        for (String word : words) {
            CommandLine next = found.getSubcommands().get(word);
            if (next == null) {
                throw new CommandLine.UnmatchedArgumentException(found, List.of(word));
            }
            found = next;
        }
        found.usage(found.getOut());
    }
}
