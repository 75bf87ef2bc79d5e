package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.PortWatch;
import dev.portico.share.PortRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A port that the server's profile does not allow is refused beside its field.
class AllowedPortTest {

    @Test
    void thePortIsJudgedByTheServerThatIsChosen(@TempDir Path folder) {
        try (DeskFixture fixture = new DeskFixture(folder)) {
            fixture.save(
                    DeskFixture.server("vps").withPorts(Optional.of(new PortRange(20_000, 29_999))),
                    DeskFixture.server("attic"));
            PortWatch watch = fixture.watch(List::of);
            SharesModel shares = new SharesModel(fixture.desk, watch);
            ComposerModel composer = new ComposerModel(fixture.desk, shares, watch);
            composer.serverProperty().set("vps");
            composer.targetProperty().set("3000");
            composer.portProperty().set("8080");
            composer.submit();
            assertThat(composer.portErrorProperty().get())
                    .isEqualTo("vps allows ports 20000-29999 only.");
            assertThat(fixture.shares.snapshot()).isEmpty();

            composer.serverProperty().set("attic");
            assertThat(composer.portErrorProperty().get()).isEmpty();
            composer.judgePort();
            assertThat(composer.portErrorProperty().get()).isEmpty();

            composer.serverProperty().set("vps");
            composer.portProperty().set("20080");
            composer.submit();
            assertThat(fixture.shares.snapshot())
                    .singleElement()
                    .satisfies(status -> assertThat(status.share().port()).isEqualTo(20_080));
        }
    }
}
