package dev.portico.interop.sshd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.fixture.SshClient;
import dev.portico.share.PortRange;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// A real sshd takes the lines, and holds the key to them.
@RequiresSshd
class RealServerLinesTest {

    @BeforeEach
    void withSsh() {
        SshClient.require();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sshdTakesTheBlock(boolean everyone) throws Exception {
        try (RealSshd sshd = RealSshd.start()) {
            Path config = sshd.folder().resolve("sshd_config");
            PortRange most = new PortRange(9000, 8999 + TunnelAccount.MOST_PORTS);
            String block = SshdConfigBlock.of(new TunnelAccount("tunnel", most, everyone));
            Files.writeString(config, block, StandardOpenOption.APPEND);
            assertThat(checked(config).output()).isEmpty();
            assertThat(checked(config).exitCode()).isZero();
            Files.writeString(config, "    NoSuchWord yes\n", StandardOpenOption.APPEND);
            assertThat(checked(config).exitCode()).isNotZero();
        }
    }

    @Test
    void theKeyOpensItsPortAndNothingElse() throws Exception {
        try (RealSshd sshd = RealSshd.start()) {
            int port = LocalServices.unusedPort();
            int other = LocalServices.unusedPort();
            Server tunnel = restricted(sshd, new PortRange(port, port));
            try (SshClient ssh = SshClient.start(tunnel, "-N", "-R", port + ":127.0.0.1:9")) {
                Await.until(() -> RealSshd.isListening(port));
                assertThat(ssh.isAlive()).isTrue();
            }
            assertThat(
                            SshClient.run(
                                            tunnel,
                                            "-N",
                                            "-oExitOnForwardFailure=yes",
                                            "-R",
                                            other + ":127.0.0.1:9")
                                    .output())
                    .contains("remote port forwarding failed");
            assertThat(SshClient.run(tunnel, "echo", "a-shell").output().lines())
                    .doesNotContain("a-shell");
            assertThat(SshClient.get(tunnel, "127.0.0.1:" + sshd.port()))
                    .contains("administratively prohibited");
        }
    }

    private static Server restricted(RealSshd sshd, PortRange ports) throws Exception {
        Path key = sshd.folder().resolve("tunnel");
        Commands.succeed("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
        String line =
                AuthorizedKeyLine.of(
                        new TunnelAccount("tunnel", ports, false),
                        Files.readString(Path.of(key + ".pub")));
        Files.writeString(
                sshd.folder().resolve("authorized_keys"), line + "\n", StandardOpenOption.APPEND);
        return sshd.server().withSignIn(new SignIn.KeyFiles(List.of(key)));
    }

    private static Commands.Result checked(Path config) {
        return Commands.run("/usr/sbin/sshd", "-t", "-f", config.toString());
    }
}
