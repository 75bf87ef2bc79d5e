package dev.portico.link;

import com.jcraft.jsch.JSchAlgoNegoFailException;

import dev.portico.share.Ports;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Proxy;
import dev.portico.share.Server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/// What goes wrong on the way to a server, before it can say anything itself.
final class WayProblems {
    private WayProblems() {}

    /// Of a TCP connection that was not made.
    static Problem ofDial(Server server, IOException e) {
        String words = Diagnosis.words(e);
        ProblemCode code =
                switch (e) {
                    case UnknownHostException _ -> ProblemCode.NAME_UNKNOWN;
                    case SocketTimeoutException _ -> ProblemCode.CONNECT_TIMEOUT;
                    case NoRouteToHostException _ -> ProblemCode.NO_ROUTE;
                    case ConnectException _ when words.contains("timed out") ->
                            ProblemCode.CONNECT_TIMEOUT;
                    default ->
                            words.contains("unreachable")
                                    ? ProblemCode.NO_ROUTE
                                    : ProblemCode.SERVER_UNREACHABLE;
                };
        return Diagnosis.problem(code, server, words);
    }

    /// Of a jump server that did not make the connection to the next stop.
    static Problem ofTunnel(Link jump, Server stop, IOException e) {
        String words = Diagnosis.words(e);
        Problem reason;
        if (!(e instanceof JumpRefusal refused)) {
            reason = Diagnosis.lost(jump.server(), e);
        } else if (refused.isForbidden()) {
            reason = Diagnosis.quoting(ProblemCode.FORWARDING_FORBIDDEN, jump.server(), words);
        } else {
            ProblemCode code =
                    words.matches("(?i).*(name|resol).*")
                            ? ProblemCode.NAME_UNKNOWN
                            : ProblemCode.SERVER_UNREACHABLE;
            reason = Diagnosis.quoting(code, stop, words);
        }
        return Problem.because(ProblemCode.JUMP_FAILED, reason, "jump", jump.server().name());
    }

    /// A problem of a jump server itself. What time cannot cure there stays what it is, and so does
    /// what stood before it.
    static ProblemException atJump(Server jump, ProblemException e) {
        Problem own = e.problem();
        boolean stays =
                !own.code().curesItself()
                        || own.code() == ProblemCode.JUMP_FAILED
                        || own.code() == ProblemCode.PROXY_FAILED;
        return stays
                ? e
                : new ProblemException(
                        Problem.because(ProblemCode.JUMP_FAILED, own, "jump", jump.name()), e);
    }

    /// Of a server that knows none of the algorithms that Portico offers it.
    ///
    /// @param saved only a saved server can be changed
    static Problem ofTerms(Server server, boolean saved, JSchAlgoNegoFailException e) {
        return Problem.quoting(
                ProblemCode.ALGORITHMS_DISAGREE,
                e.getServerProposal(),
                "server",
                server.name(),
                "address",
                Ports.join(server.host(), server.port()),
                "kind",
                e.getAlgorithmName(),
                "offers",
                e.getServerProposal(),
                "login",
                server.address(),
                Problem.WHY,
                saved ? "" : "unsaved");
    }

    static String[] facts(Proxy proxy, Server server) {
        return new String[] {
            "address", proxy.address(),
            "user", proxy.user().orElse(""),
            "server", server.name()
        };
    }
}
