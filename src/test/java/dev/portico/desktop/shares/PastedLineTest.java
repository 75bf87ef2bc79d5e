package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.desktop.ports.PortWatch;
import dev.portico.interop.SshLine;
import dev.portico.share.Audience;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// What becomes of a whole ssh line in the composer.
class PastedLineTest {
    private DeskFixture fixture;
    private ComposerModel composer;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        fixture.save(DeskFixture.server("vps"));
        PortWatch watch = fixture.watch(List::of);
        composer = new ComposerModel(fixture.desk, new SharesModel(fixture.desk, watch), watch);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void itsSharesGoThroughTheSavedServerThatItMeans() {
        submit("ssh -N -R 8080:localhost:3000 -R '*:0:cam:8554' me@vps.example.com");

        assertThat(shares())
                .extracting(share -> share.target().text(), Share::port, Share::bind, Share::server)
                .containsExactlyInAnyOrder(
                        tuple("localhost:3000", 8080, "localhost", "vps"),
                        tuple("cam:8554", 0, "*", "vps"));
        assertThat(fixture.store.settings().servers()).hasSize(1);
        assertThat(composer.targetProperty().get()).isEmpty();
    }

    @Test
    void aServerThatIsNotSavedIsSavedUnderItsHost() {
        submit("ssh -R 8080:localhost:3000 -p 2222 you@new.example.com");

        assertThat(fixture.store.settings().servers())
                .extracting(Server::name, Server::address)
                .contains(tuple("new.example.com", "you@new.example.com:2222"));
        assertThat(shares()).extracting(Share::server).containsExactly("new.example.com");
        assertThat(composer.servers()).contains("new.example.com");

        submit("ssh -R 8081:localhost:3001 other@new.example.com");
        assertThat(fixture.store.settings().server("new.example.com-2")).isPresent();
    }

    @Test
    void aLineThatIsWrongSharesNothingAndSaysWhy() {
        submit("ssh -L 8080:localhost:3000 me@vps.example.com");
        assertThat(composer.targetErrorProperty().get()).contains("-L leads the other way");
        assertThat(shares()).isEmpty();
        assertThat(fixture.store.settings().servers()).hasSize(1);
    }

    @Test
    void itCanFillTheFieldsInstead() {
        composer.pasted().paste("ssh -R *:8080:localhost:3000 \\\n me@vps.example.com");
        var line = (SshLine.Understood) composer.pasted().line().orElseThrow();
        assertThat(composer.pasted().canFill(line)).isTrue();
        composer.fill(line);
        assertThat(composer.targetProperty().get()).isEqualTo("localhost:3000");
        assertThat(composer.portProperty().get()).isEqualTo("8080");
        assertThat(composer.serverProperty().get()).isEqualTo("vps");
        assertThat(composer.whoProperty().get()).isEqualTo(Audience.EVERYONE);
    }

    private void submit(String line) {
        composer.targetProperty().set(line);
        composer.submit();
    }

    private List<Share> shares() {
        return fixture.shares.snapshot().stream().map(ShareStatus::share).toList();
    }
}
