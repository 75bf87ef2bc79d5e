package dev.portico.console;

import picocli.CommandLine.Option;

/// What every command understands.
final class HelpOption {
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    private boolean wanted;
}
