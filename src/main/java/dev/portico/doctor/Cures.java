package dev.portico.doctor;

import dev.portico.doctor.Fix.Place;
import dev.portico.link.PublicKeys;
import dev.portico.share.Audience;
import dev.portico.share.PortRange;
import dev.portico.share.Server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lines that mend this very server, written for its user, its ports and its key.
record Cures(Wish wish) {
    /// From where Linux takes the ports that it chooses.
    private static final String CHOSEN_PORTS = "32768:60999";

    private Server server() {
        return wish.server();
    }

    /// `sshd_config` for this user alone, so that nobody else's rights change.
    Fix match(String... settings) {
        return new Fix(
                Place.SSHD_MATCH,
                "",
                Stream.concat(
                                Stream.of("Match User " + server().user()),
                                Stream.of(settings).map(line -> "    " + line))
                        .toList());
    }

    /// The rights of the key, as few as the wish needs; empty where the key is not at hand.
    Optional<Fix> keyLine() {
        return PublicKeys.of(server().signIn())
                .map(key -> Fix.at(Place.KEY_LINE, keyRights() + " " + key));
    }

    private String keyRights() {
        if (wish.isAutomatic()) {
            return "restrict,port-forwarding";
        }
        return Stream.concat(
                        Stream.of("restrict", "port-forwarding"),
                        allPorts()
                                .flatMap(
                                        port ->
                                                Stream.of(
                                                        "permitlisten=\"" + listen(port) + "\"",
                                                        "permitopen=\"127.0.0.1:" + port + "\"")))
                .collect(Collectors.joining(","));
    }

    /// `PermitListen` for the ports that are meant; any, where the server is to choose.
    String permitListen() {
        return wish.isAutomatic()
                ? "PermitListen any"
                : "PermitListen " + allPorts().map(this::listen).collect(Collectors.joining(" "));
    }

    /// A bare port is permitted at every address; `localhost` only to who asks for that word.
    private String listen(int port) {
        return wish.audience() == Audience.ONLY_ON_SERVER && wish.share().bind().equals("localhost")
                ? "localhost:" + port
                : String.valueOf(port);
    }

    private Stream<Integer> allPorts() {
        return wish.share().port() > 0
                ? Stream.of(wish.share().port())
                : server().ports().stream()
                        .flatMap(
                                range ->
                                        Stream.iterate(range.first(), n -> n + 1)
                                                .limit(range.size()));
    }

    /// The firewalls that are met, each as a way of its own.
    List<Fix> openFirewall(int port) {
        String all =
                wish.share().port() > 0
                        ? String.valueOf(port)
                        : server().ports()
                                .map(PortRange::text)
                                .map(text -> text.replace('-', ':'))
                                .orElse(CHOSEN_PORTS);
        String dashed = all.replace(':', '-');
        return List.of(
                way("ufw", "sudo ufw allow " + all + "/tcp"),
                way(
                        "firewalld",
                        "sudo firewall-cmd --add-port=" + dashed + "/tcp --permanent",
                        "sudo firewall-cmd --reload"),
                way(
                        "nftables",
                        "sudo nft insert rule inet filter input tcp dport " + dashed + " accept"),
                way(
                        "iptables",
                        "sudo iptables -I INPUT -p tcp --dport " + all + " -j ACCEPT",
                        "sudo ip6tables -I INPUT -p tcp --dport " + all + " -j ACCEPT"));
    }

    private static Fix way(String name, String... lines) {
        return new Fix(Place.SERVER, name, List.of(lines));
    }

    /// Dropbear has no file for it: options of its start.
    static Fix dropbear(String option) {
        return Fix.at(
                Place.SERVER,
                "echo 'DROPBEAR_EXTRA_ARGS=\"" + option + "\"' | sudo tee -a /etc/default/dropbear",
                "sudo systemctl restart dropbear");
    }

    /// Public binds for whoever asks, and nobody else.
    Fix publicBinds(boolean isDropbear) {
        return isDropbear ? dropbear("-a") : match("GatewayPorts clientspecified");
    }

    /// From the smallest step on, for a server that takes keys, and not this one.
    List<Fix> letKeyIn() {
        List<Fix> fixes = new ArrayList<>(letKeyInDropbear());
        String user = server().user();
        if (!isRoot()) {
            fixes.add(
                    Fix.at(
                            Place.SERVER,
                            "sudo passwd -S "
                                    + user
                                    + " | grep -q ' L' && sudo usermod -p '*' "
                                    + user));
        }
        fixes.add(match(forKeys(Stream.of())));
        return fixes;
    }

    /// As [#letKeyIn], for a server that takes no keys at all.
    List<Fix> letKeysIn() {
        return List.of(
                match(
                        forKeys(
                                Stream.of(
                                        "PubkeyAuthentication yes",
                                        "AuthenticationMethods publickey password"))));
    }

    /// The line of the key as it is, and files that nobody else can write.
    List<Fix> letKeyInDropbear() {
        List<Fix> fixes = new ArrayList<>();
        PublicKeys.of(server().signIn()).ifPresent(key -> fixes.add(Fix.at(Place.KEY_LINE, key)));
        String home = "~" + server().user();
        fixes.add(
                Fix.at(
                        Place.SERVER,
                        "sudo chmod go-w " + home + " " + home + "/.ssh",
                        "sudo chmod 600 " + home + "/.ssh/authorized_keys"));
        return fixes;
    }

    private boolean isRoot() {
        return server().user().equals("root");
    }

    private String[] forKeys(Stream<String> more) {
        Stream<String> root =
                isRoot() ? Stream.of("PermitRootLogin prohibit-password") : Stream.of();
        Stream<String> algorithms =
                PublicKeys.of(server().signIn()).stream()
                        .map(key -> "PubkeyAcceptedAlgorithms +" + algorithms(key));
        Stream<String> usual =
                Stream.of(
                        "AllowUsers " + server().user(), "AuthorizedKeysFile .ssh/authorized_keys");
        return Stream.of(more, root, usual, algorithms).flatMap(it -> it).toArray(String[]::new);
    }

    /// With RSA keys only the newer signatures are safe.
    private static String algorithms(String key) {
        String type = key.substring(0, key.indexOf(' '));
        return type.equals("ssh-rsa") ? "rsa-sha2-512,rsa-sha2-256" : type;
    }

    /// The same share, but for one thing.
    Fix sharedWith(String option) {
        String target = wish.isShare() ? wish.share().target().shortName() : "PORT";
        return Fix.at(
                Place.HERE, "portico share " + target + " --on " + server().name() + " " + option);
    }
}
