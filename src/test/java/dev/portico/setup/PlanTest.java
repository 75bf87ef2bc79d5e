package dev.portico.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portico.fixture.Commands;
import dev.portico.interop.sshd.FirewallLines;
import dev.portico.interop.sshd.TunnelAccount;
import dev.portico.link.OwnKeys;
import dev.portico.share.PortRange;
import dev.portico.share.Problem;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the scripts say, and what a look at a server is understood to mean.
class PlanTest {
    private static final Server SERVER = Server.parse("root@example.com");
    private static final String FINE = "portico sshd=/usr/sbin/sshd\nportico config=/x\n";

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theScriptsAreWellFormedAndHoldTheLinesOfTheFirewall(FirewallLines firewall)
            throws Exception {
        Plan plan = plan(Places.USUAL, Optional.of(firewall));
        for (String script : List.of(plan.script(), plan.undoScript(), look())) {
            Path file = Files.writeString(folder.resolve("script.sh"), script);
            assertThat(Commands.succeed("sh", "-n", file.toString())).isEmpty();
        }
        PortRange ports = new PortRange(9000, 9009);
        assertThat(plan.script().lines().map(String::strip)).containsAll(firewall.open(ports));
        assertThat(plan.undoScript().lines().map(String::strip)).containsAll(firewall.close(ports));
    }

    @Test
    void withoutAWishTheFirewallIsLeftAlone() throws Exception {
        assertThat(plan(Places.USUAL, Optional.empty()).script())
                .contains("open_firewall() {\n    :\n}");
    }

    @Test
    void hostilePathsStayWordsOfTheirOwn() throws Exception {
        String mark = folder.resolve("run").toString();
        Places places =
                new Places("/no/such/'; touch " + mark + "; '", "/no/$(touch " + mark + ")", "");
        Path script =
                Files.writeString(
                        folder.resolve("script.sh"),
                        plan(places, Optional.empty()).script().replace("main \"$@\"", ":"));
        Commands.succeed("sh", script.toString());
        assertThat(Path.of(mark)).doesNotExist();
    }

    @Test
    void theProfileSignsInAsTheNewAccount() throws Exception {
        Server profile =
                plan(Places.USUAL, Optional.empty()).profile(SERVER, Path.of("/k"), "tunnel");
        assertThat(profile.address()).isEqualTo("tunnel@example.com:22");
        assertThat(profile.ports()).contains(new PortRange(9000, 9009));
        assertThat(profile.bind()).contains("*");
    }

    @Test
    void aLookTellsWhereThingsAre() throws Exception {
        Found found =
                Found.read(
                        FINE
                                + "portico drop-ins=/etc/ssh/sshd_config.d\n"
                                + "portico keys=/etc/keys/all /etc/keys/%u %h/.ssh/k\n"
                                + "portico account=tunnel:x:999:999::/home/tunnel:/bin/false\n"
                                + "portico firewall=UFW\n",
                        SERVER,
                        "tunnel");
        assertThat(found)
                .isEqualTo(
                        new Found(
                                "/etc/ssh/sshd_config.d",
                                "/etc/keys/tunnel",
                                true,
                                Optional.of(FirewallLines.UFW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sshd:",
                "maker:" + FINE,
                "complaint:" + FINE + "portico complaint=line 3: bad\n",
                "keys:" + FINE + "portico maker=useradd\nportico keys=/etc/keys\n"
            })
    void whatCannotBeSetUpIsSaid(String row) {
        int colon = row.indexOf(':');
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Found.read(row.substring(colon + 1), SERVER, "tunnel"))
                .satisfies(
                        e ->
                                assertThat(e.problem().facts())
                                        .containsEntry(Problem.WHY, row.substring(0, colon)));
    }

    private static String look() {
        return SetUp.lookScript("tunnel", Places.USUAL);
    }

    private Plan plan(Places places, Optional<FirewallLines> firewall) throws Exception {
        Path key = folder.resolve("key");
        String half =
                Files.exists(key)
                        ? new OwnKeys().publicHalf(key)
                        : new OwnKeys().make(key, "test", new char[0]);
        TunnelAccount account = new TunnelAccount("tunnel", new PortRange(9000, 9009), true);
        return new Plan(account, half, Found.NOTHING, places, firewall);
    }
}
