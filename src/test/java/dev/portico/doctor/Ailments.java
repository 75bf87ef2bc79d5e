package dev.portico.doctor;

import static dev.portico.doctor.Ailment.of;

import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.share.HostKeys;
import dev.portico.share.SignIn;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Servers that are set up wrong, in the ways that people meet.
final class Ailments {
    private Ailments() {}

    static Stream<Ailment> all() {
        return Stream.of(forwarding(), ports(), gateway(), signIn(), hostKeys(), far(), dropbear())
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

    private static Stream<Ailment> signIn() {
        Check check = Check.SIGN_IN;
        String home = "AuthorizedKeysFile %h/.ssh/authorized_keys";
        return Stream.of(
                of("key is not known", check, "key", Ailments::unknownKey),
                of(
                        "AllowUsers somebody else",
                        check,
                        "key",
                        () -> Clinic.of("AllowUsers somebody-else")),
                of("PermitRootLogin no", check, "key", () -> Clinic.of("PermitRootLogin no")),
                of(
                        "key: from= elsewhere",
                        check,
                        "key",
                        () -> Clinic.of().keyLine("from=\"192.0.2.1\"")),
                of(
                        "key: expired",
                        check,
                        "key",
                        () -> Clinic.of().keyLine("expiry-time=\"20200101\"")),
                of(
                        "key: misspelt option",
                        check,
                        "key",
                        () -> Clinic.of().keyLine("permitopen=\"none\"")),
                of(
                        "PubkeyAcceptedAlgorithms of others",
                        check,
                        "key",
                        () -> Clinic.of("PubkeyAcceptedAlgorithms rsa-sha2-512")),
                of(
                        "PubkeyAuthentication no",
                        check,
                        "no-keys",
                        () -> Clinic.of("PubkeyAuthentication no", "PasswordAuthentication yes")),
                of(
                        "AuthenticationMethods password",
                        check,
                        "no-keys",
                        () ->
                                Clinic.of(
                                        "PasswordAuthentication yes",
                                        "AuthenticationMethods password")),
                of(
                        "authorized_keys is open to others",
                        check,
                        "key",
                        () -> open(Clinic.of(home, "StrictModes yes").asOrdinaryUser())),
                of(
                        "AuthorizedKeysFile elsewhere",
                        check,
                        "key",
                        () ->
                                Clinic.of("AuthorizedKeysFile /nowhere/%u", "StrictModes yes")
                                        .asOrdinaryUser()),
                of(
                        "account is locked",
                        check,
                        "key",
                        () -> locked(Clinic.of(home).asOrdinaryUser())),
                of("too many keys", check, "too-many", Ailments::tooManyKeys),
                of(
                        "password where none is taken",
                        check,
                        "no-passwords",
                        () -> Clinic.of(home).asOrdinaryUser().withPassword("right")));
    }

    private static Stream<Ailment> hostKeys() {
        Check check = Check.HOST_KEY;
        return Stream.of(
                of("server is not running", Check.TCP, "server-unreachable", Ailments::stopped),
                of("host key is unknown", check, "host-key-unknown", Ailments::unknownHost),
                of("host key has changed", check, "host-key-changed", Ailments::changedHost),
                of(
                        "KexAlgorithms of old",
                        check,
                        "algorithms-disagree",
                        () -> Clinic.of("KexAlgorithms diffie-hellman-group1-sha1")),
                of(
                        "Ciphers of old",
                        check,
                        "algorithms-disagree",
                        () -> Clinic.of("Ciphers aes128-cbc")),
                of(
                        "MACs of old",
                        check,
                        "algorithms-disagree",
                        () -> Clinic.of("Ciphers aes128-ctr", "MACs hmac-sha1")),
                of(
                        "MaxStartups is used up",
                        Check.SSH_VERSION,
                        "server-too-busy",
                        Ailments::crowded));
    }

    /// These need a network between the visitor and the server.
    private static Stream<Ailment> far() {
        int port = port();
        return Stream.of(
                of(
                        "privileged port, ordinary user",
                        Check.PRIVILEGED_PORTS,
                        "needs-root",
                        () ->
                                Clinic.far("AuthorizedKeysFile %h/.ssh/authorized_keys")
                                        .asOrdinaryUser()
                                        .wishing("localhost", 81)),
                firewall(
                        "iptables drops",
                        "no-answer",
                        "iptables",
                        port,
                        "iptables -A INPUT -i eth0 -p tcp --dport %d -j DROP"),
                firewall(
                        "iptables rejects",
                        "refused",
                        "iptables",
                        port,
                        "iptables -A INPUT -i eth0 -p tcp --dport %d -j REJECT --reject-with"
                                + " tcp-reset"),
                firewall(
                        "nftables drops",
                        "no-answer",
                        "nftables",
                        port,
                        "nft 'add table inet filter; add chain inet filter input { type filter hook"
                            + " input priority 0; }; add rule inet filter input iifname eth0 tcp"
                            + " dport %d drop'"));
    }

    private static Stream<Ailment> dropbear() {
        return Stream.of(
                of(
                        "Dropbear, for everyone",
                        Check.GATEWAY_PORTS,
                        "too-narrow",
                        () -> Clinic.dropbear("").wishing("*", 0)),
                of("Dropbear -k", Check.FORWARDING, "dropbear", () -> Clinic.dropbear("-k")),
                of("Dropbear -j -k", Check.FORWARDING, "dropbear", () -> Clinic.dropbear("-j -k")),
                of(
                        "Dropbear, address of nobody",
                        Check.AUTOMATIC_PORT,
                        "address",
                        () -> Clinic.dropbear("-a").wishing("192.0.2.77", 0)));
    }

    private static Ailment firewall(String name, String why, String way, int port, String command) {
        return new Ailment(
                name,
                Check.REACHABLE,
                why,
                way,
                () -> {
                    Clinic clinic = Clinic.far().wishing("*", port);
                    clinic.network().there().run("sh", "-c", command.formatted(port));
                    return clinic;
                });
    }

    private static Clinic taken() throws Exception {
        ServerSocket holder = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        ServerSocket six = new ServerSocket(holder.getLocalPort(), 1, InetAddress.ofLiteral("::1"));
        return Clinic.of().wishing("localhost", holder.getLocalPort()).closing(holder).closing(six);
    }

    private static Clinic unknownKey() throws Exception {
        Clinic clinic = Clinic.of();
        Files.writeString(clinic.folder.resolve("authorized_keys"), "");
        return clinic;
    }

    private static Clinic open(Clinic clinic) throws Exception {
        Path file = Path.of("/home", clinic.account().name(), ".ssh", "authorized_keys");
        Commands.succeed("chmod", "666", file.toString());
        return clinic;
    }

    private static Clinic locked(Clinic clinic) {
        Commands.succeed("usermod", "-L", clinic.account().name());
        return clinic;
    }

    private static Clinic tooManyKeys() {
        Clinic clinic = Clinic.of("MaxAuthTries 1");
        Path wrong = clinic.folder.resolve("wrong");
        Commands.succeed("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", wrong.toString());
        return clinic.signingIn(new SignIn.KeyFiles(List.of(wrong, clinic.sshd.keyFile())));
    }

    private static Clinic stopped() {
        Clinic clinic = Clinic.of();
        clinic.sshd.stop();
        return clinic;
    }

    private static Clinic unknownHost() {
        Clinic clinic = Clinic.of();
        Path file = clinic.folder.resolve("known_to_nobody");
        return clinic.with(new HostKeys(Optional.of(file), false));
    }

    private static Clinic changedHost() {
        Clinic clinic = Clinic.of();
        clinic.sshd.replaceHostKey();
        return clinic;
    }

    /// The one place is held by somebody who never signs in.
    private static Clinic crowded() throws Exception {
        Clinic clinic = Clinic.of("MaxStartups 1:100:1");
        Socket idler = new Socket();
        idler.connect(new InetSocketAddress(clinic.sshd.host(), clinic.sshd.port()));
        idler.getInputStream().read();
        return clinic.closing(idler);
    }

    private static int port() {
        try {
            return LocalServices.unusedPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
