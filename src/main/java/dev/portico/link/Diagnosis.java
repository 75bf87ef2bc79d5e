package dev.portico.link;

import com.jcraft.jsch.JSchSessionDisconnectException;

import dev.portico.share.Audience;
import dev.portico.share.Ports;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;

import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Turns what JSch, the system and the server say into a [Problem]. The one place that knows their
/// texts.
final class Diagnosis {

    private Diagnosis() {}

    /// Of a connection that did not come about.
    static Problem ofConnecting(
            Server server,
            RawSocket socket,
            Deadline deadline,
            HostKeyCheck hostKey,
            Interview interview,
            Exception e) {
        if (interview.isAnswerMissing() && !deadline.hasPassed()) {
            return problem(ProblemCode.PASSWORD_MISSING, server, "");
        }
        if (interview.isAnswerTooLong()) {
            return refused(server, "", "too-long");
        }
        Optional<Problem> refusal = hostKey.refusal(e);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String raw = words(e);
        String why = isOfThePassword(server, interview, raw) ? "password" : "";
        return switch (e) {
            case JSchSessionDisconnectException end -> disconnected(server, end, why);
            default -> ofTransport(server, socket, deadline, raw, why);
        };
    }

    private static Problem ofTransport(
            Server server, RawSocket socket, Deadline deadline, String raw, String why) {
        if (deadline.hasPassed()) {
            boolean spoke = !socket.greeting().isEmpty() && !socket.versionSeen();
            return quoting(
                    spoke ? ProblemCode.NOT_SSH : ProblemCode.CONNECT_TIMEOUT,
                    server,
                    socket.greeting());
        }
        return ofConversation(server, socket, raw, why);
    }

    private static Problem ofConversation(Server server, RawSocket socket, String raw, String why) {
        if (raw.startsWith("Auth fail")
                || raw.startsWith("Auth cancel")
                || raw.startsWith("USERAUTH fail")) {
            // JSch takes a connection that ends here for one more method that failed
            return socket.isEndedByServer()
                    ? problem(ProblemCode.CONNECTION_LOST, server, "it ended during the sign-in")
                    : refused(server, raw, why);
        }
        String greeting = socket.greeting();
        if (!socket.versionSeen() && !greeting.isEmpty()) {
            return greeting.contains("Not allowed at this time")
                            || greeting.contains("Exceeded MaxStartups")
                    ? quoting(ProblemCode.SERVER_TOO_BUSY, server, greeting)
                    : quoting(ProblemCode.NOT_SSH, server, greeting);
        }
        if (!socket.versionSeen()) {
            return problem(ProblemCode.NOT_SSH, server, raw);
        }
        if (raw.startsWith("invalid server's version string")) {
            return quoting(ProblemCode.NOT_SSH, server, greeting);
        }
        return problem(ProblemCode.CONNECTION_LOST, server, raw);
    }

    /// Where no key could count, or a password came after them, nothing is said of keys.
    private static boolean isOfThePassword(Server server, Interview interview, String raw) {
        return server.signIn() instanceof SignIn.Password
                || interview.isPasswordLast()
                || (raw.startsWith("Auth fail for methods") && !raw.contains("publickey"));
    }

    private static Problem refused(Server server, String raw, String why) {
        return Problem.of(
                ProblemCode.AUTH_REFUSED,
                raw,
                "server",
                server.name(),
                "user",
                server.user(),
                Problem.WHY,
                why);
    }

    private static Problem disconnected(
            Server server, JSchSessionDisconnectException end, String why) {
        String said = end.getDescription();
        if (said.contains("Too many authentication failures")) {
            Problem refused = refused(server, said, why);
            return new Problem(refused.code(), refused.facts(), said, true);
        }
        ProblemCode code = ProblemCode.CONNECTION_LOST;
        return said.isBlank() ? problem(code, server, words(end)) : quoting(code, server, said);
    }

    /// Of a session that had been up.
    static Problem lost(Server server, Throwable cause) {
        return root(cause) instanceof JSchSessionDisconnectException end
                ? disconnected(server, end, "")
                : problem(ProblemCode.CONNECTION_LOST, server, words(cause));
    }

    static Problem noReply(Server server) {
        return problem(ProblemCode.CONNECTION_LOST, server, "no answer to the request for a port");
    }

    static Problem unexpected(Throwable e) {
        return Problem.of(ProblemCode.INTERNAL, words(e));
    }

    /// A server that forbids says so in a debug message; one that could not bind says nothing.
    static Problem forwardRefused(Server server, Share share, List<String> words) {
        int port = share.port();
        String raw = aboutThePort(words);
        boolean policy = raw.contains("disabled port forwarding");
        boolean thisPort = isForbidden(words);
        ProblemCode code;
        if (thisPort) {
            code = port == 0 ? ProblemCode.AUTOMATIC_PORT_FORBIDDEN : ProblemCode.PORT_FORBIDDEN;
        } else if (!policy && port > 0 && port < 1024 && !server.user().equals("root")) {
            code = ProblemCode.PORT_PRIVILEGED;
        } else if (!policy && share.audience() == Audience.ONE_ADDRESS) {
            code = ProblemCode.BIND_REFUSED;
        } else if (policy || port == 0) {
            code = ProblemCode.FORWARDING_FORBIDDEN;
        } else {
            code = ProblemCode.PORT_TAKEN;
        }
        return Problem.quoting(
                code,
                raw,
                "server",
                server.name(),
                "user",
                server.user(),
                "port",
                String.valueOf(port),
                "bind",
                share.bind());
    }

    /// Whether the server permits other ports only.
    static boolean isForbidden(List<String> words) {
        return aboutThePort(words).contains("port forwarding refused");
    }

    /// Without what the server says of the key at the sign-in.
    private static String aboutThePort(List<String> words) {
        return words.stream()
                .filter(text -> !text.contains("key options:"))
                .collect(Collectors.joining(" · "));
    }

    /// The server said yes, but one of the port's addresses belongs to somebody else.
    static Problem strangerOn(Server server, int port, String address) {
        return taken(server, port, "another program answers on " + Ports.join(address, port));
    }

    /// The server has the address, but not this port of it.
    static Problem takenOn(Server server, Share share) {
        String address = Ports.join(share.bind(), share.port());
        return taken(server, share.port(), "the server could not open " + address);
    }

    /// The server said yes, but could not open one of the port's addresses.
    static Problem halfOpen(Server server, int port, String address) {
        return taken(server, port, "the server could not open " + Ports.join(address, port));
    }

    private static Problem taken(Server server, int port, String raw) {
        return Problem.of(
                ProblemCode.PORT_TAKEN, raw, "server", server.name(), "port", String.valueOf(port));
    }

    static Problem widerThanAsked(Server server, List<String> words) {
        return quoting(ProblemCode.WIDER_THAN_ASKED, server, aboutThePort(words));
    }

    /// What was asked for everyone is open on the server alone.
    static Problem narrower(Server server, Share share, int port) {
        return Problem.of(
                ProblemCode.NARROWER_THAN_ASKED,
                "",
                "server",
                server.name(),
                "user",
                server.user(),
                "bind",
                share.bind(),
                "port",
                String.valueOf(port));
    }

    /// The server takes visitors from outside, and none of ours got there.
    static Problem blocked(Server server, String host, int port) {
        return Problem.of(
                ProblemCode.BLOCKED_ON_THE_WAY,
                "",
                "server",
                server.name(),
                "host",
                host,
                "port",
                String.valueOf(port));
    }

    /// The port is held by somebody who says nothing, and it was ours before.
    static Problem stillHeld(Server server, Share share, Problem taken) {
        return Problem.of(
                ProblemCode.PORT_STILL_HELD,
                taken.raw(),
                "server",
                server.name(),
                "port",
                String.valueOf(share.port()));
    }

    static Problem notProven(Server server) {
        return problem(ProblemCode.NOT_PROVEN, server, "nobody listens on the granted port");
    }

    static Problem problem(ProblemCode code, Server server, String raw) {
        return Problem.of(code, raw, facts(server));
    }

    static Problem quoting(ProblemCode code, Server server, String words) {
        return Problem.quoting(code, words, facts(server));
    }

    static String[] facts(Server server) {
        return new String[] {
            "server", server.name(),
            "user", server.user(),
            "host", server.host(),
            "address", Ports.join(server.host(), server.port()),
            "seconds", String.valueOf(server.connectTimeout().toSeconds())
        };
    }

    /// What went wrong in its own words, without the wrapping that JSch puts around it.
    static String words(Throwable e) {
        Throwable root = root(e);
        boolean wrapped = e.getMessage() == null || e.getMessage().startsWith("Session.connect: ");
        String words = wrapped ? root.getMessage() : e.getMessage();
        String kind = root.getClass().getSimpleName();
        if (words == null) {
            return kind;
        }
        return root instanceof UnknownHostException ? "unknown host " + words : words;
    }

    static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
