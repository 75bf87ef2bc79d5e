package dev.portico.doctor;

import static dev.portico.doctor.Ailment.of;

import dev.portico.fixture.Commands;
import dev.portico.share.HostKeys;
import dev.portico.share.SignIn;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Servers that cannot be reached, are not trusted, or let nobody in.
final class SignInAilments {
    private SignInAilments() {}

    static Stream<Ailment> all() {
        return Stream.concat(signIn(), hostKeys());
    }

    private static Stream<Ailment> signIn() {
        Check check = Check.SIGN_IN;
        String home = "AuthorizedKeysFile %h/.ssh/authorized_keys";
        return Stream.of(
                of("key is not known", check, "key", () -> Clinic.of().withoutKeys()),
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
                of("too many keys", check, "too-many", SignInAilments::tooManyKeys),
                of(
                        "password where none is taken",
                        check,
                        "no-passwords",
                        () -> Clinic.of(home).asOrdinaryUser().withPassword("right")));
    }

    private static Stream<Ailment> hostKeys() {
        Check check = Check.HOST_KEY;
        return Stream.of(
                of(
                        "server is not running",
                        Check.TCP,
                        "server-unreachable",
                        SignInAilments::stopped),
                of("host key is unknown", check, "host-key-unknown", SignInAilments::unknownHost),
                of("host key has changed", check, "host-key-changed", SignInAilments::changedHost),
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
                        SignInAilments::crowded));
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
}
