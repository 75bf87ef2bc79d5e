package dev.portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// What is read on a server, with the user's consent, speaks for what was found from outside.
@RequiresSshd
class InsideLookTest {
    @TempDir private Path folder;
    private Links links;

    @BeforeEach
    void open() {
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
    }

    @AfterEach
    void close() {
        links.close();
    }

    @Test
    void showsTheLineThatForbids() throws Exception {
        try (RealSshd sshd = RealSshd.start("AllowTcpForwarding no")) {
            Finding finding = surer(sshd);
            assertThat(finding.check()).isEqualTo(Check.FORWARDING);
            assertThat(finding.seen())
                    .contains(sshd.folder() + "/sshd_config:1:AllowTcpForwarding no");
        }
    }

    @Test
    void believesNothingThatAForcedCommandSays() throws Exception {
        try (RealSshd sshd =
                RealSshd.start("AllowTcpForwarding no", "ForceCommand echo AllowTcpForwarding")) {
            assertThat(surer(sshd).seen()).isEmpty();
        }
    }

    @Test
    void runsOnlyWhatReads() {
        assertThat(new InsideLook(links).commands())
                .hasSize(5)
                .noneMatch(it -> it.matches(".*(\\brm\\b|\\bmv\\b|>|tee|systemctl|reload).*"));
    }

    private Finding surer(RealSshd sshd) throws Exception {
        Server server = sshd.server();
        Doctor doctor = new Doctor(links, Clock.systemUTC(), new Random(1));
        List<Finding> findings = doctor.examine(server, Optional.empty()).await().findings();
        InsideLook look = new InsideLook(links, sshd.folder() + "/sshd_config");
        return look.surer(server, findings).stream()
                .filter(it -> it.outcome() == Outcome.FAILED)
                .findFirst()
                .orElseThrow();
    }
}
