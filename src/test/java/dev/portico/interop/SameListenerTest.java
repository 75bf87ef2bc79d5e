package dev.portico.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.KeptShare;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.Scale;
import dev.portico.fixture.SshClient;
import dev.portico.share.Asker;
import dev.portico.share.Share;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The same line, given to the real `ssh` and to Portico, makes the server listen at the same
/// addresses. Its server, key and port on the server are those of the test in both runs. Lines
/// through a jump, into the background and for other programs are left to the tables alone, as are
/// those that Portico understands and ssh does not: slashes for colons, which ssh of today takes
/// for a path, and a line break that was lost after a backslash.
@RequiresSshd
class SameListenerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static RealSshd sshd;

    @BeforeAll
    static void start() {
        SshClient.require();
        sshd = RealSshd.start("GatewayPorts clientspecified");
    }

    @AfterAll
    static void stop() {
        if (sshd != null) {
            sshd.close();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void listensWhereSshListens(String line) throws Exception {
        List<RemoteText> forwards = forwards(line);
        String moved = line;
        List<Integer> ports = new ArrayList<>();
        for (RemoteText forward : forwards) {
            int port = LocalServices.unusedPort();
            ports.add(port);
            moved =
                    moved.replaceFirst(
                            "(?<![0-9])" + forward.port().orElseThrow() + "(?=[: ])", "" + port);
        }
        List<Set<String>> judge = bySsh(moved, ports);
        List<Set<String>> ours = new ArrayList<>();
        for (RemoteText forward : forwards(moved)) {
            ours.add(byPortico(forward));
        }
        assertThat(ours).isEqualTo(judge);
    }

    private static List<Set<String>> bySsh(String line, List<Integer> ports) throws Exception {
        String rest = line.replaceFirst("^(\\$ )?(/usr/bin/)?ssh ", "");
        String own =
                ShellWords.line(
                        List.of(
                                "-F",
                                "none",
                                "-N",
                                "-i",
                                sshd.keyFile().toString(),
                                "-o",
                                "UserKnownHostsFile=" + sshd.knownHosts(),
                                "-o",
                                "BatchMode=yes",
                                "-o",
                                "HostKeyAlias=[" + sshd.host() + "]:" + sshd.port(),
                                "-o",
                                "HostName=" + sshd.host(),
                                "-p",
                                String.valueOf(sshd.port()),
                                "-l",
                                sshd.user()));
        // what ssh reads first holds, so that these come before the line's own
        Process ssh =
                new ProcessBuilder("sh", "-c", "exec ssh " + own + " " + rest).inheritIO().start();
        try {
            List<Set<String>> all = new ArrayList<>();
            for (int port : ports) {
                Await.until(PATIENCE, "ssh to listen on " + port, () -> Listening.on(port));
                all.add(new HashSet<>(Listening.addresses(port)));
            }
            return all;
        } finally {
            ssh.destroy();
            ssh.waitFor();
            for (int port : ports) {
                Await.until(PATIENCE, "the port to be free", () -> !Listening.on(port));
            }
        }
    }

    private static Set<String> byPortico(RemoteText forward) throws Exception {
        Share share =
                new Share(
                        "line",
                        forward.target(),
                        sshd.server().name(),
                        forward.port().orElseThrow(),
                        forward.bind().orElse("localhost"));
        try (KeptShare kept = new KeptShare(sshd.server(), share, Asker.NOBODY)) {
            return new HashSet<>(Listening.addresses(kept.opens()));
        }
    }

    private static List<RemoteText> forwards(String line) {
        return ((SshLine.Understood) SshLine.parse(line)).forwards();
    }

    static List<String> lines() throws Exception {
        return LinesTest.valid().stream()
                .map(LinesTest.Valid::line)
                .filter(line -> line.matches("(\\$ )?(/usr/bin/)?ssh .*"))
                .filter(
                        line ->
                                !line.matches(
                                        ".*( -J|ProxyJump|-NTf|[0-9\\]]/[\\[a-z0-9]|\\\\  ).*|.*&"))
                .filter(
                        line ->
                                forwards(line).stream()
                                        .noneMatch(f -> f.port().equals(Optional.of(0))))
                .limit(Scale.of(12, 100))
                .toList();
    }
}
