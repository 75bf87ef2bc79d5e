package dev.portico.doctor;

import dev.portico.doctor.Fix.Place;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.SignIn;

import java.util.List;
import java.util.Map;

/// What mends a way to a session that did not come about.
///
/// @param software as the server introduced itself; empty where it had not
record SignInCures(Wish wish, String software) {

    Finding finding(Check check, Problem problem) {
        return problem.code() == ProblemCode.AUTH_REFUSED
                ? refused(check, problem)
                : Finding.failed(check, problem, fixes(problem));
    }

    private List<Fix> fixes(Problem problem) {
        String name = wish.server().name();
        return switch (problem.code()) {
            case SERVER_UNREACHABLE ->
                    List.of(Fix.at(Place.SERVER, "sudo systemctl enable --now ssh"));
            case SERVER_TOO_BUSY -> List.of(Fix.at(Place.SSHD_TOP, "MaxStartups 100:30:200"));
            case HOST_KEY_UNKNOWN ->
                    List.of(
                            Fix.at(
                                    Place.HERE,
                                    "portico doctor " + name + " --accept-new-host-key"));
            case HOST_KEY_CHANGED ->
                    List.of(
                            Fix.at(
                                    Place.HERE,
                                    "portico servers forget-key " + name,
                                    "portico doctor " + name + " --accept-new-host-key"));
            case ALGORITHMS_DISAGREE -> List.of(modern(problem));
            default -> List.of();
        };
    }

    /// What each current OpenSSH has, and the list of this server lacks.
    private static Fix modern(Problem problem) {
        String kind = problem.facts().getOrDefault("kind", "");
        String line =
                kind.startsWith("cipher")
                        ? "Ciphers +aes128-gcm@openssh.com,aes256-ctr"
                        : kind.startsWith("mac")
                                ? "MACs +hmac-sha2-256-etm@openssh.com,hmac-sha2-256"
                                : kind.contains("host_key")
                                        ? "HostKeyAlgorithms +ssh-ed25519,rsa-sha2-512"
                                        : "KexAlgorithms +curve25519-sha256";
        return Fix.at(Place.SSHD_TOP, line);
    }

    /// The server says no more than which ways there are; what it has against a key stands in its
    /// own log.
    private Finding refused(Check check, Problem problem) {
        String methods = methods(problem.raw());
        Cures cures = new Cures(wish);
        Map<String, String> facts =
                Map.of(
                        "server", wish.server().name(),
                        "user", wish.server().user(),
                        "methods", methods,
                        "words", problem.raw());
        String value = problem.code().code();
        if (problem.raw().contains("Too many authentication failures")) {
            return Finding.failed(
                    check, value, "too-many", facts, List.of(cures.match("MaxAuthTries 6")));
        }
        boolean keyWanted = !(wish.server().signIn() instanceof SignIn.Password);
        if (keyWanted && !methods.isEmpty() && !methods.contains("publickey")) {
            return Finding.failed(check, value, "no-keys", facts, cures.letKeysIn());
        }
        boolean keyNamed = keyWanted && !"password".equals(problem.facts().get(Problem.WHY));
        return keyNamed ? keyRefused(check, value, facts) : passwordRefused(check, value, facts);
    }

    private Finding keyRefused(Check check, String value, Map<String, String> facts) {
        Cures cures = new Cures(wish);
        return software.startsWith("dropbear")
                ? Finding.failed(check, value, "key-dropbear", facts, cures.letKeyInDropbear())
                : Finding.failed(check, value, "key", facts, cures.letKeyIn());
    }

    private Finding passwordRefused(Check check, String value, Map<String, String> facts) {
        Fix fix = new Cures(wish).match("PasswordAuthentication yes");
        return "publickey".equals(facts.get("methods"))
                ? Finding.failed(check, value, "no-passwords", facts, List.of(fix))
                : Finding.failed(check, value, "password", facts, List.of());
    }

    private static String methods(String raw) {
        int from = raw.indexOf('\'');
        int to = raw.lastIndexOf('\'');
        return from < 0 || to <= from ? "" : raw.substring(from + 1, to);
    }
}
