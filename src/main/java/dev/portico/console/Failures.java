package dev.portico.console;

import dev.portico.share.BadInput;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Wording;

import picocli.CommandLine;

import java.io.IOException;

/// The one place where a failure becomes words and an exit code. No stack trace leaves it.
record Failures(Words words) {

    /// Wrong usage, found by the reader of the command line.
    int usage(CommandLine.ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        if (e.getCause() instanceof BadInput input) {
            return usage(input.consoleTitle(words.locale()), command);
        }
        return e instanceof CommandLine.UnmatchedArgumentException unmatched
                ? usage(unmatched(unmatched), command)
                : usage(firstLine(e), command);
    }

    private String unmatched(CommandLine.UnmatchedArgumentException e) {
        String first = e.getUnmatched().getFirst();
        if (first.matches("-[0-9]+")) {
            return Wording.text(words.locale(), "input.port.range", "text", first);
        }
        return e.isUnknownOption()
                ? firstLine(e)
                : Wording.text(words.locale(), "console.usage.unmatched", "text", first);
    }

    /// What a command threw.
    int failed(Throwable e, CommandLine line) {
        String command = line.getCommandSpec().qualifiedName();
        return switch (e) {
            case BadInput input -> usage(input.consoleTitle(words.locale()), command);
            case WrongUsage wrong -> usage(Wording.text(words.locale(), wrong.key()), command);
            case SettingsTrouble trouble -> {
                words.tell(trouble.problem());
                yield ExitCode.SETTINGS;
            }
            case ProblemException problem -> {
                words.tell(problem.problem());
                yield ExitCode.PROBLEM;
            }
            default -> internal(e);
        };
    }

    int internal(Throwable e) {
        System.getLogger(Failures.class.getName())
                .log(System.Logger.Level.ERROR, "a command failed", e);
        words.tell(Problem.of(ProblemCode.INTERNAL, e.toString()));
        return ExitCode.PROBLEM;
    }

    /// What the command said did not get where it was to go.
    int unwritten(IOException e) {
        words.say("console.output-failed", "reason", String.valueOf(e.getMessage()));
        return ExitCode.PROBLEM;
    }

    private int usage(String what, String command) {
        words.stream().println(what);
        words.say("console.usage-hint", "command", command);
        return ExitCode.USAGE;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
