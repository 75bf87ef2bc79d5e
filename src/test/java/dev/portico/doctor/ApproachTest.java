package dev.portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.link.Links;
import dev.portico.share.Asker;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The way to a session: what was not looked at is not said to have passed.
class ApproachTest {
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
    @RequiresSshd
    void aKeyThatCannotBeReadSaysNothingOfTheHostKey() throws Exception {
        try (RealSshd sshd = RealSshd.start()) {
            SignIn absent = new SignIn.KeyFiles(List.of(folder.resolve("absent")));
            Map<Check, Finding> findings = examine(sshd.server().withSignIn(absent));
            assertThat(findings.get(Check.TCP).outcome()).isEqualTo(Outcome.PASSED);
            assertThat(findings.get(Check.HOST_KEY).outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(findings.get(Check.SIGN_IN).outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void aPortThatSaysNothingIsNoFirewall() throws Exception {
        try (LocalServices.Service silent = LocalServices.tcp(_ -> Thread.sleep(60_000))) {
            Server server =
                    new Server("mute", "127.0.0.1", silent.port(), "me", new SignIn.Password())
                            .withConnectTimeout(Duration.ofSeconds(2));
            Finding finding = examine(server).get(Check.SSH_VERSION);
            assertThat(finding.why()).isEqualTo("silent");
            assertThat(finding.cause(Locale.ENGLISH)).doesNotContain("firewall");
        }
    }

    private Map<Check, Finding> examine(Server server) throws InterruptedException {
        return new Doctor(links, Clock.systemUTC(), new Random(1))
                .examine(server, Optional.empty()).await().findings().stream()
                        .collect(Collectors.toMap(Finding::check, Function.identity()));
    }
}
