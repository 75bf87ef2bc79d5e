package dev.portico.share;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The stops on the way to a server, the server itself last; each is reached through the one
/// before.
///
/// Only the first jump server of a profile is reached by its own way: the others are reached
/// through their predecessors. One that is written as an address is signed in to like the server
/// that names it.
///
/// @param proxy that leads to the first stop
public record Route(List<Server> stops, Optional<Proxy> proxy) {

    /// @param saved finds a saved server by its name
    /// @throws ProblemException when the way leads in a ring
    public static Route to(Server server, Function<String, Optional<Server>> saved)
            throws ProblemException {
        Planning planning = new Planning(server, saved);
        Optional<Proxy> proxy = planning.reach(server);
        return new Route(List.copyOf(planning.stops), proxy);
    }

    /// Refuses a way that does not lead to the server past others that can be told apart.
    public static void check(Server server, Function<String, Optional<Server>> saved) {
        try {
            to(server, saved);
        } catch (ProblemException e) {
            throw new BadInput(
                    "input.jump.ring",
                    "server",
                    server.name(),
                    "jump",
                    e.problem().facts().getOrDefault("jump", ""));
        }
    }

    /// Where the first connection leads, of all on the way.
    public String firstPlace() {
        return proxy.map(Proxy::address).orElseGet(stops.getFirst()::address);
    }

    private static final class Planning {
        private final Server goal;
        private final Function<String, Optional<Server>> saved;
        private final Set<String> begun = new HashSet<>();
        private final Set<String> passed = new HashSet<>();
        private final List<Server> stops = new ArrayList<>();

        Planning(Server goal, Function<String, Optional<Server>> saved) {
            this.goal = goal;
            this.saved = saved;
        }

        /// Adds the way to a server, and the server.
        Optional<Proxy> reach(Server server) throws ProblemException {
            if (!begun.add(server.address())) {
                throw ring(server);
            }
            Optional<Proxy> nearer = Optional.empty();
            List<String> jumps = server.way().jumps();
            if (!jumps.isEmpty()) {
                nearer = reach(stop(jumps.getFirst(), server));
                for (String jump : jumps.subList(1, jumps.size())) {
                    pass(stop(jump, server));
                }
            }
            pass(server);
            return nearer.or(() -> server.way().proxy());
        }

        private void pass(Server server) throws ProblemException {
            if (!passed.add(server.address())) {
                throw ring(server);
            }
            stops.add(server);
        }

        private Server stop(String jump, Server from) {
            return saved.apply(jump)
                    .orElseGet(
                            () ->
                                    Server.parse(jump)
                                            .withSignIn(from.signIn())
                                            .withHostKeys(from.hostKeys()));
        }

        private ProblemException ring(Server stop) {
            return new ProblemException(
                    Problem.of(
                            ProblemCode.JUMP_RING, "", "server", goal.name(), "jump", stop.name()));
        }
    }
}
