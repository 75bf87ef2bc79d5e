package dev.portico.link;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is known of one server's keys, from all files that count.
///
/// @param name as known_hosts has it: `host`, or `[host]:port` where the port is not 22
record KnownHosts(String name, List<Said> all) {

    /// @param exact whether the line names the port too, where that is not 22
    /// @param held whether it was said in this run and does not stand in the file
    record Said(KnownHostsFile file, KnownHost line, boolean exact, boolean held) {}

    private static final List<String> PLAIN =
            List.of(
                    "ssh-ed25519",
                    "ecdsa-sha2-nistp256",
                    "ecdsa-sha2-nistp384",
                    "ecdsa-sha2-nistp521",
                    "rsa-sha2-512",
                    "rsa-sha2-256");

    /// @throws ProblemException when a file is there and cannot be read: what it forbids is unknown
    static KnownHosts of(Server server, List<KnownHostsFile> files) throws ProblemException {
        String name = name(server);
        List<Said> all = new ArrayList<>();
        for (KnownHostsFile file : files) {
            try {
                for (KnownHost line : file.read()) {
                    boolean exact = line.isOf(name);
                    if (exact || line.isAlsoOf(server.host(), name)) {
                        all.add(new Said(file, line, exact, false));
                    }
                }
            } catch (IOException e) {
                throw new ProblemException(unreadable(server, file, e), e);
            }
        }
        for (KnownHostsFile file : files) {
            file.added().stream()
                    .filter(line -> line.isOf(name) && !isWritten(line, all))
                    .forEach(line -> all.add(new Said(file, line, true, true)));
        }
        return new KnownHosts(name, List.copyOf(all));
    }

    private static boolean isWritten(KnownHost line, List<Said> all) {
        return all.stream()
                .anyMatch(
                        said ->
                                said.exact()
                                        && said.line().marker().equals(KnownHost.PLAIN)
                                        && said.line().isFor(line.key()));
    }

    static Problem unreadable(Server server, KnownHostsFile file, IOException e) {
        return Problem.of(
                ProblemCode.HOST_KEYS_UNREADABLE,
                e instanceof SmallFile.Unfit ? "" : DiskWords.of(e),
                "server",
                server.name(),
                "file",
                file.path().toString(),
                Problem.WHY,
                e instanceof SmallFile.Unfit unfit ? unfit.why() : "");
    }

    static String name(Server server) {
        return server.port() == Server.SSH
                ? server.host()
                : "[" + server.host() + "]:" + server.port();
    }

    boolean isRevoked(byte[] key) {
        return marked(KnownHost.REVOKED).anyMatch(said -> said.line().isFor(key));
    }

    /// A line without the port vouches for a key, too, but its other keys speak of another server.
    boolean isTrusted(byte[] key) {
        return marked(KnownHost.PLAIN).anyMatch(said -> said.line().isFor(key));
    }

    /// The plain keys that this very server is known by.
    List<Said> trusted() {
        return marked(KnownHost.PLAIN).filter(Said::exact).toList();
    }

    boolean hasAuthority() {
        return marked(KnownHost.AUTHORITY).findAny().isPresent();
    }

    Stream<Said> marked(String marker) {
        return all.stream().filter(said -> said.line().marker().equals(marker));
    }

    /// The key types to ask for: certificates where an authority is known, then the types of known
    /// keys, so that a server with several keys is not taken for a changed one.
    String types() {
        List<String> known =
                trusted().stream()
                        .map(said -> KnownHostsFile.type(said.line().key()))
                        .map(type -> type.equals("ssh-rsa") ? "rsa-sha2-512" : type)
                        .toList();
        Predicate<String> isKnown = type -> known.contains(type.replace("-256", "-512"));
        List<String> order =
                Stream.concat(
                                PLAIN.stream().filter(isKnown),
                                PLAIN.stream().filter(isKnown.negate()))
                        .toList();
        Stream<String> certificates =
                hasAuthority() ? order.stream().map(KnownHosts::certificate) : Stream.of();
        return String.join(",", Stream.concat(certificates, order.stream()).toList());
    }

    private static String certificate(String type) {
        return type + "-cert-v01@openssh.com";
    }
}
