package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.share.Audience;
import dev.portico.share.Server;
import dev.portico.share.ShareState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class ComposerModelTest {
    private static final ListeningPort VITE = new ListeningPort(5173, "vite", "shop", false);

    private DeskFixture fixture;
    private SharesModel shares;
    private ComposerModel composer;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        PortWatch watch = fixture.watch(() -> List.of(VITE));
        shares = new SharesModel(fixture.desk, watch);
        composer = new ComposerModel(fixture.desk, shares, watch);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void thePracticeServerIsAlwaysThereButNotTheDefaultOnceARealOneExists() {
        assertThat(composer.serverProperty().get()).isEqualTo(Server.PRACTICE);

        fixture.save(DeskFixture.server("vps"), DeskFixture.server("attic"));
        composer.readServers();

        assertThat(composer.servers()).containsExactly("vps", "attic", Server.PRACTICE);
        assertThat(composer.serverProperty().get()).isEqualTo("vps");
    }

    @Test
    void aServerThatTheCommandLineSavedJoinsTheList() {
        fixture.save(DeskFixture.server("vps"));
        composer.refresh();
        composer.targetProperty().set("3000");
        fixture.save(DeskFixture.server("vps"), DeskFixture.server("attic"));
        composer.refresh();

        assertThat(composer.servers()).containsExactly("vps", "attic", Server.PRACTICE);
        assertThat(composer.serverProperty().get()).isEqualTo("vps");
        assertThat(composer.targetProperty().get()).isEqualTo("3000");
    }

    @Test
    void theMarkOfAServerFollowsItsShares() {
        fixture.save(DeskFixture.server("vps"));
        composer.refresh();
        assertThat(composer.markOf("vps")).isEqualTo(Mark.STOPPED);

        fixture.linker.holdAt("3000", ShareState.Step.SIGN_IN);
        share("3000");
        composer.refresh();
        assertThat(composer.markOf("vps")).isEqualTo(Mark.CONNECTING);

        share("5173");
        DeskFixture.awaitUntil(shares, () -> shares.countsProperty().get().open() == 1);
        composer.refresh();
        assertThat(composer.markOf("vps")).isEqualTo(Mark.OPEN);
    }

    private void share(String target) {
        composer.targetProperty().set(target);
        composer.submit();
    }

    @Test
    void theServerUsedLastIsChosen() {
        fixture.save(DeskFixture.server("vps"), DeskFixture.server("attic"));
        composer.readServers();
        composer.serverProperty().set("attic");
        composer.targetProperty().set("3000");
        composer.submit();

        ComposerModel next = new ComposerModel(fixture.desk, shares, fixture.watch(List::of));
        assertThat(next.serverProperty().get()).isEqualTo("attic");
    }

    @ParameterizedTest
    @CsvSource({"8080,localhost:8080", "nas:80,nas:80", "[::1]:80,[::1]:80"})
    void takesPortsAndAddresses(String typed, String target) {
        fixture.save(DeskFixture.server("vps"));
        composer.readServers();
        composer.targetProperty().set(typed);
        composer.submit();

        assertThat(fixture.shares.snapshot())
                .singleElement()
                .satisfies(
                        status -> {
                            assertThat(status.share().target().text()).isEqualTo(target);
                            assertThat(status.share().port()).isZero();
                            assertThat(status.share().bind()).isEqualTo("localhost");
                        });
        assertThat(composer.targetProperty().get()).isEmpty();
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndSharesNothing() {
        fixture.save(DeskFixture.server("vps"));
        composer.readServers();
        composer.targetProperty().set("nas");
        composer.portProperty().set("70000");
        composer.submit();

        assertThat(composer.targetErrorProperty().get()).contains("has no port");
        assertThat(composer.portErrorProperty().get()).contains("1 to 65535");
        assertThat(fixture.shares.snapshot()).isEmpty();

        composer.targetProperty().set("nas:80");
        assertThat(composer.targetErrorProperty().get()).isEmpty();
    }

    @Test
    void whoCanOpenItComesFromTheServer() {
        fixture.save(DeskFixture.server("vps").withBind(Optional.of("*")));
        composer.readServers();
        assertThat(composer.whoProperty().get()).isEqualTo(Audience.EVERYONE);

        composer.serverProperty().set(Server.PRACTICE);
        assertThat(composer.whoProperty().get()).isEqualTo(Audience.ONLY_ON_SERVER);
        assertThat(composer.practiceProperty().get()).isTrue();
    }

    @Test
    void theSamplePageIsSharedByOneClickAndNotKept() {
        composer.submit();
        DeskFixture.awaitUntil(shares, () -> shares.countsProperty().get().open() == 1);

        assertThat(shares.rows().getFirst().name()).isEqualTo("Sample page");
        assertThat(fixture.clipboard).hasSize(1);
        assertThat(fixture.store.settings().shares()).isEmpty();
    }

    @Test
    void knowsWhatListensOnThePort() {
        composer.findPorts();
        composer.targetProperty().set("5173");
        assertThat(composer.known()).contains(VITE);

        composer.targetProperty().set("5174");
        assertThat(composer.known()).isEmpty();
    }
}
