package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.TemporaryAccount;
import dev.portico.share.Asker;
import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Keys and passwords that the server or Portico does not take. None of these cures itself, so the
/// share stops, and is not tried behind the user's back.
@Timeout(120)
class SignInFaultsTest {
    private static final Target TARGET = Target.parse("80");

    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests("MaxAuthTries 50");

    @TempDir Path folder;

    @Fault(number = 8, done = "the server comes back with another host key")
    void anotherHostKey(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start();
                KeptShare share = KeptShare.of(sshd.server(), TARGET)) {
            share.opens();
            told.faultBegins();
            sshd.replaceHostKey();
            Problem problem = told.problem(share.fails());
            assertThat(problem.code()).isEqualTo(ProblemCode.HOST_KEY_CHANGED);
            assertThat(problem.title(Locale.ENGLISH)).contains("SHA256:");
            assertThat(share.isUndisturbed()).isTrue();
        }
    }

    @Fault(number = 9, done = "the server's host key is marked as revoked")
    void revokedHostKey(Told told) throws Exception {
        StringBuilder known = new StringBuilder(Files.readString(SSHD.knownHosts()));
        for (String line : Files.readAllLines(SSHD.knownHosts())) {
            known.append("@revoked ").append(line).append('\n');
        }
        Path file = Files.writeString(folder.resolve("known"), known);
        Server server = SSHD.server().withHostKeys(new HostKeys(Optional.of(file), false));
        assertThat(failure(told, server, Asker.NOBODY).code())
                .isEqualTo(ProblemCode.HOST_KEY_REVOKED);
    }

    @Fault(number = 10, done = "the password is wrong")
    void wrongPassword(Told told) throws Exception {
        try (TemporaryAccount account = TemporaryAccount.withShell("/bin/sh");
                RealSshd sshd = RealSshd.start("PasswordAuthentication yes")) {
            account.setPassword("right");
            Server server = account.on(sshd).withSignIn(new SignIn.Password());
            assertThat(failure(told, server, new OneAnswer("wrong")).code())
                    .isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(sshd.log().split("Failed password", -1)).hasSize(2);
        }
    }

    @Fault(number = 11, done = "the key is not authorized, has expired, or is for other addresses")
    void refusedKey(Told told) throws Exception {
        for (String option : List.of("none", "expiry-time=\"20200101\"", "from=\"192.0.2.1\"")) {
            try (RealSshd sshd = RealSshd.start()) {
                Path keys = sshd.folder().resolve("authorized_keys");
                String line = Files.readString(keys);
                Files.writeString(keys, option.equals("none") ? "" : option + " " + line);
                Problem problem = failure(told, sshd.server(), Asker.NOBODY);
                assertThat(problem.code()).as(option).isEqualTo(ProblemCode.AUTH_REFUSED);
                assertThat(problem.remedy(Locale.ENGLISH))
                        .contains("\n1. ", "\n2. ", "chmod 600 ~/.ssh/authorized_keys", "from");
            }
        }
    }

    @Fault(number = 11, done = "others may write to authorized_keys (StrictModes)")
    void looseModes(Told told) throws Exception {
        try (RealSshd sshd = RealSshd.start("StrictModes yes")) {
            Commands.succeed("chmod", "666", sshd.folder().resolve("authorized_keys").toString());
            assertThat(failure(told, sshd.server(), Asker.NOBODY).code())
                    .isEqualTo(ProblemCode.AUTH_REFUSED);
            assertThat(sshd.log()).contains("bad ownership or modes");
        }
    }

    @Fault(number = 12, done = "the key is locked, and no passphrase or a wrong one is given")
    void lockedKey(Told told) throws Exception {
        Path locked = folder.resolve("locked");
        Commands.succeed(
                "ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", locked.toString());
        Server server = SSHD.server().withSignIn(key(locked));
        for (Asker asker : List.of(Asker.NOBODY, new OneAnswer("wrong"))) {
            Problem problem = failure(told, server, asker);
            assertThat(problem.code()).isEqualTo(ProblemCode.PASSPHRASE_WRONG);
            assertThat(problem.title(Locale.ENGLISH))
                    .contains(asker == Asker.NOBODY ? "no passphrase was given" : "is wrong");
        }
    }

    @Fault(number = 13, done = "the key file is cut short, empty, a text, the public half, absent")
    void noKey(Told told) throws Exception {
        byte[] good = Files.readAllBytes(SSHD.keyFile());
        Path file = folder.resolve("key");
        List<byte[]> all =
                List.of(
                        Arrays.copyOf(good, good.length / 2),
                        new byte[0],
                        "hello".getBytes(StandardCharsets.UTF_8),
                        Files.readAllBytes(Path.of(SSHD.keyFile() + ".pub")));
        for (byte[] bytes : all) {
            Files.write(file, bytes);
            assertUnreadable(told, file);
        }
        assertUnreadable(told, folder.resolve("absent"));
    }

    @Fault(number = 15, done = "the key file has a byte order mark, or the line ends of Windows")
    void foreignText(Told told) throws Exception {
        String good = Files.readString(SSHD.keyFile());
        Path file = folder.resolve("key");
        for (String text : List.of("\ufeff" + good, good.replace("\n", "\r\n"))) {
            Files.writeString(file, text);
            Commands.succeed("chmod", "600", file.toString());
            try (KeptShare share = KeptShare.of(SSHD.server().withSignIn(key(file)), TARGET)) {
                share.opens();
                told.nothing();
            }
        }
    }

    @Fault(number = 38, done = "the name of the server is not known")
    void unknownName(Told told) throws Exception {
        Server server = new Server("x", "no-such-host.invalid", 22, "u", key(SSHD.keyFile()));
        try (KeptShare share = KeptShare.of(server, TARGET)) {
            told.faultBegins();
            assertThat(told.problem(share.waits()).code()).isEqualTo(ProblemCode.NAME_UNKNOWN);
        }
    }

    @Fault(number = 52, done = "the address of the server is a command or an option of ssh")
    void commandsAsAddress(Told told) throws Exception {
        Path proof = folder.resolve("proof");
        for (String wicked :
                List.of(
                        "-oProxyCommand=touch${IFS}" + proof,
                        "$(touch " + proof + ")",
                        "`touch " + proof + "`",
                        "h;touch " + proof,
                        "h|touch " + proof)) {
            told.faultBegins();
            try (KeptShare share = KeptShare.of(Server.parse(wicked), TARGET)) {
                assertThat(told.problem(share.waits()).code()).isEqualTo(ProblemCode.NAME_UNKNOWN);
            } catch (BadInput refused) {
                told.words(refused.title(Locale.ENGLISH));
            }
        }
        assertThat(proof).doesNotExist();
    }

    private static void assertUnreadable(Told told, Path file) throws Exception {
        assertThat(failure(told, SSHD.server().withSignIn(key(file)), Asker.NOBODY).code())
                .isEqualTo(ProblemCode.KEY_UNREADABLE);
    }

    /// Why it stops; nothing more is tried.
    private static Problem failure(Told told, Server server, Asker asker)
            throws InterruptedException {
        Share wish = new Share("kept", TARGET, server.name(), 0, "localhost");
        told.faultBegins();
        try (KeptShare share = new KeptShare(server, wish, asker)) {
            Problem problem = told.problem(share.fails());
            assertThat(problem.code().curesItself()).isFalse();
            assertThat(share.isUndisturbed()).isTrue();
            return problem;
        }
    }

    private static SignIn key(Path file) {
        return new SignIn.KeyFiles(List.of(file));
    }

    /// A user who answers once, and gives up when asked again.
    private record OneAnswer(String answer, AtomicInteger asked) implements Asker {
        OneAnswer(String answer) {
            this(answer, new AtomicInteger());
        }

        @Override
        public boolean trusts(HostKeyQuestion question) {
            return false;
        }

        @Override
        public Optional<char[]> secret(SecretQuestion question) {
            return asked.getAndIncrement() == 0
                    ? Optional.of(answer.toCharArray())
                    : Optional.empty();
        }
    }
}
