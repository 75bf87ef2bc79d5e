package dev.portico.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Account;
import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.SshClient;
import dev.portico.link.OneShare;
import dev.portico.setup.Tried.What;
import dev.portico.share.LiveForward;
import dev.portico.share.Server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A real sshd is set up, holds the new account to its ports, and is as it was before when all is
/// taken back.
@RequiresSshd
@Timeout(120)
class SetUpTest {
    @TempDir Path folder;
    private Account account;

    @BeforeEach
    void makeAccount() {
        account = Account.make("unused " + UUID.randomUUID());
    }

    @AfterEach
    void removeAccount() {
        account.close();
    }

    @ParameterizedTest
    @CsvSource({"true,false", "false,true"})
    void theAccountOpensItsPortsAndNothingElse(boolean dropIns, boolean everyone) throws Exception {
        try (OwnServer own = OwnServer.start(dropIns);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Map<String, String> before = own.everything(home());
            Plan plan = rig.plan(everyone);
            List<Tried> tried = rig.apply(plan);

            assertThat(tried).isEqualTo(rig.told).allMatch(Tried::well);
            assertThat(tried.stream().map(Tried::what))
                    .containsAll(everyone ? allBut(What.EVERYONE) : List.of(What.values()));
            assertThat(rig.steps)
                    .containsExactly("account", "key", "config", "check", "reload", "done");
            assertThat(own.check().output()).isEmpty();
            assertThat(home().resolve(".ssh/authorized_keys"))
                    .content()
                    .startsWith("restrict,port-forwarding,permitlisten=");
            carriesBytes(rig.tunnel(plan), rig.ports.last(), everyone);
            isRefusedByTheRealClient(rig.tunnel(plan), rig.ports.last() + 1);

            rig.undo();
            assertThat(own.everything(home())).isEqualTo(before);
            assertThat(own.check().exitCode()).isZero();
        }
    }

    @Test
    void theAccountIsMadeWhereThereIsNone() throws Exception {
        String user = "ptun" + UUID.randomUUID().toString().substring(0, 8);
        Path home = Path.of("/home", user);
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, user)) {
            Map<String, String> before = own.everything(home);
            assertThat(rig.apply(rig.plan(true))).allMatch(Tried::well);
            assertThat(Commands.succeed("getent", "passwd", user)).contains("nologin");
            try (SshClient _ = SshClient.start(rig.tunnel(rig.plan(true)), "-N")) {
                rig.undo();
            }
            assertThat(own.everything(home)).isEqualTo(before);
            assertThat(Commands.run("id", user).exitCode()).isNotZero();
        } finally {
            Commands.run("userdel", "--force", "--remove", user);
        }
    }

    @Test
    void whatStoodInTheFilesBeforeStays() throws Exception {
        Path keys = home().resolve(".ssh/authorized_keys");
        account.authorize(Files.writeString(folder.resolve("old"), "# mine, without an end"));
        Commands.succeed("chmod", "640", keys.toString());
        try (OwnServer own = OwnServer.start(false);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Map<String, String> before = own.everything(home());
            rig.apply(rig.plan(true));
            assertThat(keys).content().startsWith("# mine, without an end\nrestrict,");
            assertThat(own.config()).content().contains("Port ", "Match User " + account.name());
            rig.undo();
            assertThat(own.everything(home())).isEqualTo(before);
        }
    }

    @Test
    void whatChangedAfterwardsStaysWhenAllIsTakenBack() throws Exception {
        try (OwnServer own = OwnServer.start(false);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            List<String> config = Files.readAllLines(own.config());
            rig.apply(rig.plan(true));
            Files.writeString(
                    own.config(), "# by hand\n" + Files.readString(own.config()) + "# last\n");
            rig.undo();
            assertThat(Files.readAllLines(own.config()))
                    .startsWith("# by hand")
                    .endsWith("# last")
                    .containsAll(config)
                    .hasSize(config.size() + 2);
        }
    }

    @Test
    void aSecondTimeNothingChanges() throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Map<String, String> before = own.everything(home());
            Plan plan = rig.plan(true);
            rig.apply(plan);
            Map<String, String> after = own.everything(home());
            rig.steps.clear();
            assertThat(rig.apply(plan)).allMatch(Tried::well);
            assertThat(rig.steps).containsExactly("done");
            assertThat(own.everything(home())).isEqualTo(after);
            rig.undo();
            assertThat(own.everything(home())).isEqualTo(before);
        }
    }

    @Test
    void eachSetUpIsTakenBackByItself() throws Exception {
        try (OwnServer own = OwnServer.start(true);
                SetUpRig rig = new SetUpRig(own, folder, account.name())) {
            Map<String, String> before = own.everything(home());
            rig.apply(rig.plan(true));
            Map<String, String> first = own.everything(home());
            rig.apply(rig.plan(false));
            assertThat(own.everything(home())).isNotEqualTo(first);
            rig.undo();
            assertThat(own.everything(home())).isEqualTo(first);
            rig.undo();
            assertThat(own.everything(home())).isEqualTo(before);
        }
    }

    private Path home() {
        return Path.of("/home", account.name());
    }

    private static List<What> allBut(What but) {
        return java.util.stream.Stream.of(What.values()).filter(what -> what != but).toList();
    }

    private static void carriesBytes(Server tunnel, int port, boolean everyone) throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                OneShare share = new OneShare(tunnel);
                LiveForward forward =
                        share.open(echo.target(), everyone ? "*" : "localhost", port);
                Socket visitor = OneShare.visit(forward)) {
            visitor.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(visitor.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
        }
    }

    private static void isRefusedByTheRealClient(Server tunnel, int otherPort) {
        assertThat(SshClient.run(tunnel, "echo", "a-shell").output().lines())
                .doesNotContain("a-shell");
        assertThat(
                        SshClient.run(
                                        tunnel,
                                        "-N",
                                        "-oExitOnForwardFailure=yes",
                                        "-R",
                                        otherPort + ":127.0.0.1:9")
                                .output())
                .contains("remote port forwarding failed");
    }
}
