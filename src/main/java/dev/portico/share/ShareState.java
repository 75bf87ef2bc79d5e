package dev.portico.share;

import java.time.Instant;
import java.util.Optional;

/// Where a share stands: one value, replaced as a whole by the share's keeper and by nobody else.
public sealed interface ShareState {

    record Stopped(Reason why) implements ShareState {}

    /// @param attempt counts from 1 since the last time the share was open
    record Connecting(Server server, int attempt, Step step) implements ShareState {}

    record Open(Server server, Forward forward, Instant since) implements ShareState {}

    /// @param attempt the one that failed
    /// @param retryAt empty: waits for the network, not for a time
    record Waiting(Server server, Problem problem, int attempt, Optional<Instant> retryAt)
            implements ShareState {}

    record Failed(Problem problem) implements ShareState {}

    enum Reason {
        NOT_STARTED,
        BY_USER,
        APP_CLOSED,
        TIME_IS_UP
    }

    /// What is under way while connecting, in this order.
    enum Step {
        NAME,
        TCP,
        HOST_KEY,
        SIGN_IN,
        PORT,
        PROOF
    }

    /// The legal moves. A stopped or failed share moves only by starting again.
    default boolean canBecome(ShareState next) {
        return switch (this) {
            case Stopped _, Failed _ -> next instanceof Connecting || next instanceof Stopped;
            case Connecting _ ->
                    !(next instanceof Stopped stopped && stopped.why() == Reason.NOT_STARTED);
            case Open _ ->
                    next instanceof Waiting || next instanceof Failed || next instanceof Stopped;
            case Waiting _ -> !(next instanceof Open);
        };
    }
}
