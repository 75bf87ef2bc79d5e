package dev.portico.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.TemporaryAccount;
import dev.portico.link.OneShare;
import dev.portico.link.Problems;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Target;

import org.junit.jupiter.api.Timeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Servers that let one sign in and forbid the port, each in its own way; the remedy has the lines
/// that cure it.
@Timeout(120)
class RefusedForwardTest {
    private static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    private static final Target TARGET = Target.parse("80");

    @Fault(number = 16, done = "sshd_config: AllowTcpForwarding no, local; DisableForwarding yes")
    void forbiddenInTheConfiguration(Told told) throws Exception {
        for (String line :
                List.of(
                        "AllowTcpForwarding no",
                        "AllowTcpForwarding local",
                        "DisableForwarding yes")) {
            try (RealSshd sshd = RealSshd.start(line)) {
                assertForwardingForbidden(refusal(told, sshd.server(), 0), line);
            }
        }
    }

    @Fault(number = 16, done = "authorized_keys: restrict, no-port-forwarding")
    void forbiddenInTheKeysLine(Told told) throws Exception {
        for (String option : List.of("restrict", "no-port-forwarding")) {
            try (RealSshd sshd = RealSshd.start()) {
                restrict(sshd, option);
                assertForwardingForbidden(refusal(told, sshd.server(), 0), option);
            }
        }
    }

    @Fault(number = 17, done = "sshd_config permits another port, or none")
    void anotherPortInTheConfiguration(Told told) throws Exception {
        int port = LocalServices.unusedPort();
        for (String line : List.of("PermitListen " + otherThan(port), "PermitListen none")) {
            try (RealSshd sshd = RealSshd.start(line)) {
                assertPortForbidden(refusal(told, sshd.server(), port), port);
            }
        }
    }

    @Fault(number = 17, done = "the key's line permits another port")
    void anotherPortInTheKeysLine(Told told) throws Exception {
        int port = LocalServices.unusedPort();
        try (RealSshd sshd = RealSshd.start()) {
            restrict(sshd, "permitlisten=\"" + otherThan(port) + "\"");
            assertPortForbidden(refusal(told, sshd.server(), port), port);
        }
    }

    /// What the remedies advise is tried here too.
    @Fault(number = 17, done = "the lines that the remedies name are added")
    void theCureCures(Told told) throws Exception {
        int port = LocalServices.unusedPort();
        String user = System.getProperty("user.name");
        for (List<String> cure :
                List.of(
                        List.of("AllowTcpForwarding no"),
                        List.of("PermitListen " + otherThan(port) + " " + port))) {
            boolean forbids = cure.getFirst().startsWith("Allow");
            try (RealSshd sshd = RealSshd.start(cure.toArray(String[]::new))) {
                if (forbids) {
                    appendToConfiguration(sshd, refusal(told, sshd.server(), port), user);
                }
                assertOpens(sshd.server(), port);
            }
        }
        told.nothing();
    }

    @Fault(number = 20, done = "port 80 is asked for by a user who is not root")
    void privilegedPort(Told told) throws Exception {
        try (TemporaryAccount account = TemporaryAccount.withShell("/bin/sh");
                RealSshd sshd = RealSshd.start()) {
            Problem problem = refusal(told, account.on(sshd), 80);
            assertThat(problem.code()).isEqualTo(ProblemCode.PORT_PRIVILEGED);
            assertThat(problem.remedy(Locale.ENGLISH)).contains("8080", "proxy_pass");
        }
    }

    private static void assertForwardingForbidden(Problem problem, String why) {
        assertThat(problem.code()).as(why).isEqualTo(ProblemCode.FORWARDING_FORBIDDEN);
        assertThat(problem.quoted()).isTrue();
        String user = System.getProperty("user.name");
        for (Locale locale : LANGUAGES) {
            assertThat(problem.remedy(locale))
                    .contains("\nMatch User " + user + "\n    AllowTcpForwarding yes\n")
                    .contains("sudo sshd -t && sudo systemctl reload ssh", "port-forwarding");
        }
    }

    private static void assertPortForbidden(Problem problem, int port) {
        assertThat(problem.code()).isEqualTo(ProblemCode.PORT_FORBIDDEN);
        for (Locale locale : LANGUAGES) {
            assertThat(problem.remedy(locale))
                    .contains("\nPermitListen " + port + "\n", "\npermitlisten=\"" + port + "\"\n")
                    .contains("sudo sshd -t && sudo systemctl reload ssh");
        }
    }

    private static Problem refusal(Told told, Server server, int port) throws Exception {
        try (OneShare share = new OneShare(server)) {
            told.faultBegins();
            return told.problem(Problems.of(() -> share.open(TARGET, "localhost", port)));
        }
    }

    private static void assertOpens(Server server, int port) throws Exception {
        try (OneShare share = new OneShare(server);
                LiveForward forward = share.open(TARGET, "localhost", port)) {
            assertThat(forward.forward().port()).isEqualTo(port);
        }
    }

    /// sshd takes the first value of a keyword, except that what stands in a Match wins.
    private static void appendToConfiguration(RealSshd sshd, Problem problem, String user)
            throws Exception {
        Path file = sshd.folder().resolve("sshd_config");
        List<String> lines = problem.remedy(Locale.ENGLISH).lines().toList();
        int match = lines.indexOf("Match User " + user);
        sshd.stop();
        Files.write(file, lines.subList(match, match + 2), java.nio.file.StandardOpenOption.APPEND);
        Commands.succeed("/usr/sbin/sshd", "-t", "-f", file.toString());
        sshd.startAgain();
    }

    private static void restrict(RealSshd sshd, String option) throws Exception {
        Path keys = sshd.folder().resolve("authorized_keys");
        Files.writeString(keys, option + " " + Files.readString(keys));
    }

    private static int otherThan(int port) {
        return port == 19_000 ? 19_001 : 19_000;
    }
}
