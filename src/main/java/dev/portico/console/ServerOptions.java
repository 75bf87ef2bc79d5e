package dev.portico.console;

import dev.portico.share.Audience;
import dev.portico.share.Forward;
import dev.portico.share.Ports;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// What can be said of a server when it is saved. An empty public address, link template, jump
/// server or proxy takes back what was said before.
final class ServerOptions {

    /// One of these, or none.
    static final class SignInOptions extends KeyOption {
        @Option(names = "--agent", description = "Sign in with the keys of the ssh-agent.")
        private boolean agent;

        @Option(names = "--password", description = "Sign in with a password, asked for each time.")
        private boolean password;

        @Option(names = "--automatic", description = "The agent's keys, then ~/.ssh/id_*.")
        boolean automatic;

        private SignIn signIn(Path home) {
            if (agent) {
                return new SignIn.Agent();
            }
            return or(password ? new SignIn.Password() : new SignIn.Automatic(), home);
        }
    }

    @Mixin private final TimeoutOption timeout = new TimeoutOption();

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable SignInOptions signIn;

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "Who can open new shares: * for everyone, localhost, or one address.")
    private @Nullable String bind;

    @Option(
            names = "--public-address",
            paramLabel = "A",
            description = "Where visitors connect, when that is not the host itself.")
    private @Nullable String publicAddress;

    @Option(
            names = "--link-template",
            paramLabel = "T",
            description = "What a link looks like, such as 'https://{port}.demo.example.com'.")
    private @Nullable String linkTemplate;

    @Mixin private final WayOptions way = new WayOptions();

    @Option(
            names = "--dead-after",
            paramLabel = "SECONDS",
            description = "How long a server that is gone may go unnoticed; 6 when never given.")
    private @Nullable Integer deadAfter;

    @Option(
            names = "--legacy",
            negatable = true,
            description =
                    "Offer this server old algorithms too. They are not safe: only where it has no"
                            + " others.")
    private @Nullable Boolean legacy;

    /// Nothing can be taken back from a server that is new.
    void refuseEmpty() {
        way.refuseEmpty();
        Given.refuseEmpty("--public-address", publicAddress);
        Given.refuseEmpty("--link-template", linkTemplate);
    }

    Server on(Server before, Path home) {
        Server placed =
                new Server(
                        before.name(),
                        before.host(),
                        before.port(),
                        before.user(),
                        signIn == null ? before.signIn() : signIn.signIn(home),
                        before.hostKeys(),
                        bind == null ? before.bind() : Optional.of(Audience.checkedBind(bind)),
                        publicAddress == null ? before.publicAddress() : host(publicAddress),
                        linkTemplate == null
                                ? before.linkTemplate()
                                : some(linkTemplate).map(Forward::checkedTemplate),
                        timeout.or(before.connectTimeout()),
                        deadAfter(before.deadAfter()));
        return placed.withWay(way.edited(before.way()))
                .withLegacy(legacy == null ? before.legacy() : legacy)
                .withPorts(before.ports());
    }

    private Duration deadAfter(Duration before) {
        if (deadAfter == null) {
            return before;
        }
        if (deadAfter < Server.SHORTEST_DEAD_AFTER.toSeconds()
                || deadAfter > TimeoutOption.LONGEST_SECONDS) {
            throw new WrongUsage("console.usage.dead-after");
        }
        return Duration.ofSeconds(deadAfter);
    }

    private static Optional<String> host(String address) {
        return some(address)
                .map(
                        some ->
                                some.indexOf(':') < 0 || some.startsWith("[")
                                        ? some
                                        : "[" + some + "]")
                .map(some -> Ports.split(some).host());
    }

    private static Optional<String> some(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
