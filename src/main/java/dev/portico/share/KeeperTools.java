package dev.portico.share;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntFunction;

/// What every keeper works with.
///
/// @param gates the rules of each share
/// @param network asked before a server is blamed
/// @param backoff how long to wait after the attempt with this number, from 1
public record KeeperTools(
        Linker linker,
        Journal journal,
        Function<Share, Gate> gates,
        IntFunction<Duration> backoff,
        Network network,
        Patience patience) {

    Gate gate(Share share) {
        return gates.apply(share);
    }

    /// The same, with another gate before each share's own.
    KeeperTools behind(Gate first) {
        return new KeeperTools(
                linker, journal, share -> before(first, gate(share)), backoff, network, patience);
    }

    private static Gate before(Gate first, Gate own) {
        return visitor ->
                switch (first.admit(visitor)) {
                    case Verdict.Admit _ -> own.admit(visitor);
                    case Verdict.Refuse refuse -> refuse;
                };
    }
}
