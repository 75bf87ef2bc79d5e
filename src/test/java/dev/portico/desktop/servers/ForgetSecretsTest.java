package dev.portico.desktop.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.shares.ComposerModel;
import dev.portico.desktop.shares.DeskFixture;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.share.Asker;
import dev.portico.share.Keyring;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// What the user had remembered can be taken back on the server's page.
class ForgetSecretsTest {
    @TempDir Path folder;

    @Test
    void passwordAndPassphrasesOfTheServerGoAndNothingElse() {
        DeskFixture fixture = new DeskFixture(folder);
        try {
            Server server =
                    DeskFixture.server("vps")
                            .withSignIn(new SignIn.KeyFiles(List.of(Path.of("/keys/tunnel"))));
            fixture.save(server);
            PortWatch watch = fixture.watch(List::of);
            SharesModel shares = new SharesModel(fixture.desk, watch);
            ServersModel model =
                    new ServersModel(
                            fixture.desk, shares, new ComposerModel(fixture.desk, shares, watch));
            var other = new Keyring.Entry(Asker.Secret.PASSWORD, "me@other:22");
            var kept = fixture.keyring.secrets();
            kept.put(new Keyring.Entry(Asker.Secret.PASSWORD, server.address()), "a");
            kept.put(new Keyring.Entry(Asker.Secret.PASSPHRASE, "/keys/tunnel"), "b");
            kept.put(other, "c");
            model.forget("vps");
            assertThat(kept).containsOnlyKeys(other);
            model.forget("vps");
            assertThat(fixture.notices.said.toString())
                    .contains("What was saved for vps is forgotten")
                    .contains("Nothing was saved for vps");
        } finally {
            fixture.close();
        }
    }
}
