package dev.portico.doctor;

import static dev.portico.doctor.Ailment.of;

import java.util.stream.Stream;

/// What needs a network between visitor and server, or another server than OpenSSH.
final class FarAilments {
    private FarAilments() {}

    static Stream<Ailment> all() {
        return Stream.concat(far(), dropbear());
    }

    /// These need a network between the visitor and the server.
    private static Stream<Ailment> far() {
        int port = Ailments.port();
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
                of(
                        "Dropbear, key is not known",
                        Check.SIGN_IN,
                        "key-dropbear",
                        () -> Clinic.dropbear("").withoutKeys()),
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
}
