package dev.portico.share;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A session of its own with a server, for commands that the user has seen and wants run there.
/// Nothing is asked on a terminal of the server, as there is none.
public interface Remote extends AutoCloseable {

    /// More output than this, in bytes, ends a command.
    int MOST_OUTPUT = 1 << 20;

    /// How it came that a command is over.
    enum How {
        ENDED,
        /// the server runs no commands for this account, or no more of them now
        REFUSED,
        TOO_LONG,
        TOO_MUCH
    }

    /// What came of a command.
    ///
    /// @param exitCode empty where the server tells none, as when a signal ended the command
    record Ran(How how, OptionalInt exitCode, String output, String errors) {
        public boolean isGood() {
            return how == How.ENDED && exitCode.equals(OptionalInt.of(0));
        }
    }

    /// What an account may do at the server beside sharing.
    enum Door {
        SHELL,
        COMMAND,
        SFTP,
        TERMINAL,
        AGENT,
        X11
    }

    /// Blocks until the command has ended, or one of its limits has ended it. An interrupt ends it
    /// too.
    ///
    /// @param command for the account's shell
    /// @param heard what the command says, as it comes; on another thread, may not block
    /// @throws ProblemException when the session is over
    Ran run(String command, byte[] input, Duration limit, Consumer<String> heard)
            throws ProblemException, InterruptedException;

    default Ran run(String command, byte[] input, Duration limit)
            throws ProblemException, InterruptedException {
        return run(command, input, limit, _ -> {});
    }

    /// Tries that door, without leaving anything open.
    boolean opens(Door door) throws ProblemException, InterruptedException;

    /// Whether the server would connect to that place for us, be anybody there or not.
    boolean mayReach(String host, int port) throws ProblemException, InterruptedException;

    /// Whether anybody answers there, by way of the server, when these few bytes are said.
    boolean answers(String host, int port, byte[] words)
            throws ProblemException, InterruptedException;

    @Override
    void close();
}
