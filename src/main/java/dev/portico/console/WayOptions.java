package dev.portico.console;

import dev.portico.share.Proxy;
import dev.portico.share.Way;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/// How to get to the server.
final class WayOptions {
    @Option(
            names = {"-J", "--jump"},
            paramLabel = "SERVER[,SERVER]",
            description = "Servers to pass on the way: saved names or [user@]host[:port].")
    private @Nullable String jump;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description =
                    "http://[user@]host:port or socks5://[user@]host:port. Its password is asked"
                            + " for.")
    private @Nullable String proxy;

    /// An empty value is a slip: without it the way would silently be another.
    Way or(Way before) {
        refuseEmpty();
        return edited(before);
    }

    void refuseEmpty() {
        Given.refuseEmpty("-J", jump);
        Given.refuseEmpty("--proxy", proxy);
    }

    /// An empty value takes back what was said before.
    Way edited(Way before) {
        return new Way(
                jump == null ? before.jumps() : Way.jumps(jump),
                proxy == null
                        ? before.proxy()
                        : Optional.of(proxy).filter(text -> !text.isBlank()).map(Proxy::parse));
    }
}
