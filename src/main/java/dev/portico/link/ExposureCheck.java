package dev.portico.link;

import dev.portico.share.Audience;
import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.Reach;
import dev.portico.share.Reach.Why;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.Way;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/// Finds out who can really open a forward. The cheapest witness that can know is asked first: what
/// the server said when it granted the port, how it answers requests for other ports, a visit from
/// here, a visit from inside to its outer address. What none of them knows is said to be unknown.
final class ExposureCheck {
    private final RemoteForward forward;
    private final Link link;
    private final Server server;
    private final Share share;
    private final int port;
    private final String host;

    ExposureCheck(RemoteForward forward) {
        this.forward = forward;
        this.link = forward.link();
        this.server = link.server();
        this.share = forward.share();
        this.port = forward.forward().port();
        this.host = host();
    }

    private String host() {
        boolean isElsewhere = forward.isElsewhere() && share.audience() != Audience.EVERYONE;
        return isElsewhere
                        || (share.audience() == Audience.ONE_ADDRESS
                                && server.publicAddress().isEmpty())
                ? share.bind()
                : server.publicAddress().orElse(server.host());
    }

    /// Blocks, for some seconds at most.
    Reach look() throws InterruptedException {
        boolean askedForAll = share.audience() == Audience.EVERYONE;
        if (forward.isOverridden() && !askedForAll) {
            return wider(Why.GATEWAY_YES);
        }
        if (forward.isElsewhere()) {
            return askedForAll ? ofOneFamily() : elsewhere();
        }
        return share.audience() == Audience.ONLY_ON_SERVER ? inside() : outside();
    }

    private Reach elsewhere() throws InterruptedException {
        return narrower(
                link.gatewayPorts() == GatewayPorts.NO ? Why.GATEWAY_NO : Why.NOT_ON_OUTER_ADDRESS);
    }

    /// The address that others know is of the other family, so a visit there would tell nothing.
    private Reach ofOneFamily() throws InterruptedException {
        if (link.gatewayPorts() == GatewayPorts.NO) {
            return narrower(Why.GATEWAY_NO);
        }
        return server.isThisComputer()
                ? reach(Exposure.EVERYONE, Why.SERVER_IS_HERE)
                : reach(Exposure.UNKNOWN, Why.OTHER_FAMILY);
    }

    /// Whether somebody else answers on the port; for servers that let nobody visit it from inside.
    boolean meetsStranger() throws InterruptedException {
        OutsideVisit.Outcome outcome =
                server.isThisComputer()
                        ? OutsideVisit.onThisComputer(forward.proof(), port)
                        : isStraight() && share.audience() != Audience.ONLY_ON_SERVER
                                ? visitFromHere()
                                : OutsideVisit.Outcome.NO_WAY;
        return outcome == OutsideVisit.Outcome.SOMEBODY_ELSE;
    }

    /// Whether the address that others use is the server's own, and no door before it.
    private boolean isStraight() {
        return server.way().equals(Way.DIRECT) && server.publicAddress().isEmpty();
    }

    /// OpenSSH says when it does otherwise; other servers are looked at.
    private Reach inside() throws InterruptedException {
        boolean saysSo = link.software().startsWith("OpenSSH");
        return !saysSo && answersOnOuterAddress() == Inside.OURS
                ? wider(Why.LEAKS)
                : reach(Exposure.ONLY_ON_SERVER, Why.KEPT_INSIDE);
    }

    private Reach outside() throws InterruptedException {
        return switch (link.gatewayPorts()) {
            case NO -> narrower(Why.GATEWAY_NO);
            case YES ->
                    share.audience() == Audience.ONE_ADDRESS
                            ? wider(Why.GATEWAY_YES)
                            : opened(visitFromHere());
            case CLIENT_SPECIFIED -> opened(visitFromHere());
            case UNKNOWN -> perhaps(visitFromHere());
        };
    }

    /// A server behind others may be out of reach from here without any firewall in the way.
    private OutsideVisit.Outcome visitFromHere() throws InterruptedException {
        OutsideVisit.Outcome outcome = OutsideVisit.make(forward.proof(), host, port);
        boolean straight = server.way().equals(Way.DIRECT);
        return straight || outcome == OutsideVisit.Outcome.CAME_BACK
                ? outcome
                : OutsideVisit.Outcome.NO_WAY;
    }

    /// The server takes visitors from outside; whether they get so far is another question.
    private Reach opened(OutsideVisit.Outcome outcome) {
        return switch (outcome) {
            case CAME_BACK -> reach(Exposure.EVERYONE, Why.OPENED_FROM_HERE);
            case THIS_COMPUTER -> reach(Exposure.EVERYONE, Why.SERVER_IS_HERE);
            case NO_ANSWER -> blocked(Why.NO_ANSWER_FROM_HERE);
            case REFUSED -> blocked(Why.REFUSED_FROM_HERE);
            case SOMEBODY_ELSE -> blocked(Why.SOMEBODY_ELSE);
            case NO_WAY -> reach(Exposure.UNKNOWN, Why.NOT_TRIED_FROM_HERE);
        };
    }

    /// The server permits too few ports to read its setting.
    private Reach perhaps(OutsideVisit.Outcome outcome) throws InterruptedException {
        return switch (outcome) {
            case CAME_BACK -> reach(Exposure.EVERYONE, Why.OPENED_FROM_HERE);
            case NO_ANSWER, REFUSED, SOMEBODY_ELSE ->
                    switch (answersOnOuterAddress()) {
                        case OURS -> opened(outcome);
                        case NOT_OURS -> narrower(Why.NOT_ON_OUTER_ADDRESS);
                        case CANNOT_TELL -> reach(Exposure.UNKNOWN, Why.NOT_ALLOWED_TO_LOOK);
                    };
            case THIS_COMPUTER, NO_WAY -> reach(Exposure.UNKNOWN, Why.NOT_ALLOWED_TO_LOOK);
        };
    }

    private enum Inside {
        OURS,
        NOT_OURS,
        CANNOT_TELL
    }

    /// Visits the address that others use from the server itself: that crosses no firewall.
    private Inside answersOnOuterAddress() throws InterruptedException {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (address.isLoopbackAddress()) {
                return Inside.CANNOT_TELL;
            }
            return switch (forward.proof().visit(address.getHostAddress())) {
                case ForwardProof.Result.Proven _ -> Inside.OURS;
                case ForwardProof.Result.Nothing _ -> Inside.NOT_OURS;
                case ForwardProof.Result.Stranger _ -> Inside.NOT_OURS;
                case ForwardProof.Result.Half _ -> Inside.NOT_OURS;
                case ForwardProof.Result.NotFromInside _ -> Inside.CANNOT_TELL;
            };
        } catch (UnknownHostException _) {
            return Inside.CANNOT_TELL;
        }
    }

    private Reach reach(Exposure exposure, Why why) {
        return reach(exposure, why, Optional.empty());
    }

    private Reach narrower(Why why) {
        return reach(
                Exposure.ONLY_ON_SERVER, why, Optional.of(Diagnosis.narrower(server, share, port)));
    }

    private Reach blocked(Why why) {
        return reach(Exposure.BLOCKED, why, Optional.of(Diagnosis.blocked(server, host, port)));
    }

    private Reach wider(Why why) {
        Optional<Problem> concern =
                share.allowWider()
                        ? Optional.empty()
                        : Optional.of(Diagnosis.widerThanAsked(server, forward.words()));
        return reach(Exposure.WIDER_THAN_ASKED, why, concern);
    }

    private Reach reach(Exposure exposure, Why why, Optional<Problem> concern) {
        Map<String, String> facts =
                Map.of(
                        "server", server.name(),
                        "host", host,
                        "port", String.valueOf(port),
                        "bind", share.bind());
        return new Reach(exposure, why, facts, Optional.empty(), concern);
    }
}
