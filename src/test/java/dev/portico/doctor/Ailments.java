package dev.portico.doctor;

import static dev.portico.doctor.Ailment.of;

import dev.portico.fixture.LocalServices;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;

/// Servers that are set up wrong, in the ways that people meet.
final class Ailments {
    private Ailments() {}

    static Stream<Ailment> all() {
        return Stream.of(forwarding(), ports(), gateway(), SignInAilments.all(), FarAilments.all())
                .flatMap(it -> it);
    }

    private static Stream<Ailment> forwarding() {
        Check check = Check.FORWARDING;
        return Stream.of(
                of(
                        "AllowTcpForwarding no",
                        check,
                        "disabled",
                        () -> Clinic.of("AllowTcpForwarding no")),
                of(
                        "AllowTcpForwarding local",
                        check,
                        "disabled",
                        () -> Clinic.of("AllowTcpForwarding local")),
                of(
                        "DisableForwarding yes",
                        check,
                        "disabled",
                        () -> Clinic.of("DisableForwarding yes")),
                of(
                        "Match User: AllowTcpForwarding no",
                        check,
                        "disabled",
                        () -> Clinic.of().ending("Match User root", " AllowTcpForwarding no")),
                of(
                        "Match all: DisableForwarding yes",
                        check,
                        "disabled",
                        () -> Clinic.of().ending("Match all", " DisableForwarding yes")),
                of("key: restrict", check, "by-key", () -> Clinic.of().keyLine("restrict")),
                of("key: restrict,pty", check, "by-key", () -> Clinic.of().keyLine("restrict,pty")),
                of(
                        "key: no-port-forwarding",
                        check,
                        "by-key",
                        () -> Clinic.of().keyLine("no-port-forwarding")));
    }

    private static Stream<Ailment> ports() {
        Check range = Check.PORT_RANGE;
        Check automatic = Check.AUTOMATIC_PORT;
        int port = port();
        int other = port();
        return Stream.of(
                of(
                        "PermitListen none, automatic",
                        automatic,
                        "refused",
                        () -> Clinic.of("PermitListen none")),
                of(
                        "PermitListen another, automatic",
                        automatic,
                        "refused",
                        () -> Clinic.of("PermitListen " + other)),
                of(
                        "key: permitlisten, automatic",
                        automatic,
                        "refused",
                        () -> Clinic.of().keyLine("permitlisten=\"" + other + "\"")),
                of(
                        "address of nobody, automatic",
                        automatic,
                        "address",
                        () -> Clinic.of().wishing("192.0.2.77", 0)),
                of(
                        "PermitListen another",
                        range,
                        "not-listed",
                        () -> Clinic.of("PermitListen " + other).wishing("localhost", port)),
                of(
                        "PermitListen localhost, for everyone",
                        range,
                        "not-listed",
                        () -> Clinic.of("PermitListen localhost:" + port).wishing("*", port)),
                of(
                        "PermitListen 127.0.0.1, by name",
                        range,
                        "not-listed",
                        () ->
                                Clinic.of("PermitListen 127.0.0.1:" + port)
                                        .wishing("localhost", port)),
                of(
                        "Match User: PermitListen none",
                        range,
                        "not-listed",
                        () ->
                                Clinic.of()
                                        .ending("Match User root", " PermitListen none")
                                        .wishing("localhost", port)),
                of(
                        "key: permitlisten another",
                        range,
                        "not-listed-by-key",
                        () ->
                                Clinic.of()
                                        .keyLine("permitlisten=\"" + other + "\"")
                                        .wishing("localhost", port)),
                of(
                        "key: restrict, permitlisten localhost, for everyone",
                        range,
                        "not-listed-by-key",
                        () ->
                                Clinic.of()
                                        .keyLine(
                                                "restrict,port-forwarding,permitlisten="
                                                        + "\"localhost:"
                                                        + port
                                                        + "\"")
                                        .wishing("*", port)),
                of("port is taken", range, "taken", Ailments::taken),
                of("port is taken at one address", range, "taken", Ailments::halfTaken),
                of(
                        "address of nobody",
                        range,
                        "address",
                        () -> Clinic.of().wishing("192.0.2.77", port)));
    }

    private static Stream<Ailment> gateway() {
        Check check = Check.GATEWAY_PORTS;
        int port = port();
        return Stream.of(
                of(
                        "GatewayPorts no, for everyone",
                        check,
                        "too-narrow",
                        () -> Clinic.of("GatewayPorts no").wishing("*", 0)),
                of(
                        "GatewayPorts yes, only on the server",
                        check,
                        "too-wide",
                        () -> Clinic.of("GatewayPorts yes")),
                of(
                        "Match User: GatewayPorts no",
                        check,
                        "too-narrow",
                        () ->
                                Clinic.of("GatewayPorts no")
                                        .ending("Match User root", " GatewayPorts no")
                                        .wishing("*", 0)),
                of(
                        "Match all: GatewayPorts yes",
                        check,
                        "too-wide",
                        () ->
                                Clinic.of("GatewayPorts yes")
                                        .ending("Match all", " GatewayPorts yes")),
                of(
                        "GatewayPorts no, a fixed port for everyone",
                        check,
                        "too-narrow",
                        () -> Clinic.of("GatewayPorts no").wishing("*", port)),
                of(
                        "GatewayPorts yes and PermitListen",
                        check,
                        "too-wide",
                        () ->
                                Clinic.of("GatewayPorts yes", "PermitListen " + port)
                                        .wishing("localhost", port)),
                of(
                        "GatewayPorts no and AllowTcpForwarding remote",
                        check,
                        "too-narrow",
                        () ->
                                Clinic.of("GatewayPorts no", "AllowTcpForwarding remote")
                                        .wishing("*", 0)),
                of(
                        "GatewayPorts no and PermitOpen none",
                        check,
                        "too-narrow",
                        () -> Clinic.of("GatewayPorts no", "PermitOpen none").wishing("*", 0)));
    }

    private static Clinic taken() throws Exception {
        ServerSocket holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        ServerSocket six = new ServerSocket(holder.getLocalPort(), 1, InetAddress.ofLiteral("::1"));
        return Clinic.of().wishing("localhost", holder.getLocalPort()).closing(holder).closing(six);
    }

    private static Clinic halfTaken() throws Exception {
        ServerSocket holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        return Clinic.of().wishing("localhost", holder.getLocalPort()).closing(holder);
    }

    static int port() {
        try {
            return LocalServices.unusedPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
