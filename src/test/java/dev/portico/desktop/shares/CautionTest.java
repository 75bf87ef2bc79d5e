package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.share.Audience;
import dev.portico.share.Share;
import dev.portico.share.ShareStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/// The question before a database or a sign-in is opened to everyone.
class CautionTest {
    private static final ListeningPort POSTGRES =
            new ListeningPort(55432, "postgres", "data", false);

    private DeskFixture fixture;
    private PortWatch watch;
    private ComposerModel composer;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        fixture.save(DeskFixture.server("vps"));
        watch = fixture.watch(() -> List.of(POSTGRES));
        composer = new ComposerModel(fixture.desk, new SharesModel(fixture.desk, watch), watch);
        composer.findPorts();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void asksBeforeItOpensADatabaseToEveryone() {
        submit("5432", Audience.EVERYONE);
        assertThat(shares()).isEmpty();
        assertThat(asked().name()).isEqualTo("postgres");
        assertThat(asked().isDatabase()).isTrue();

        asked().open().run();
        assertThat(shares()).extracting(Share::bind).containsExactly("*");
    }

    @Test
    void orOpensItOnlyOnTheServer() {
        submit("5432", Audience.EVERYONE);
        asked().inside().run();
        assertThat(shares()).extracting(Share::bind).containsExactly("localhost");
    }

    @Test
    void asksOnceForEachTarget() {
        submit("22", Audience.EVERYONE);
        assertThat(asked().isDatabase()).isFalse();
        asked().open().run();
        submit("22", Audience.EVERYONE);
        assertThat(shares()).hasSize(2);

        submit("nas:22", Audience.EVERYONE);
        assertThat(shares()).hasSize(2);
        assertThat(asked().name()).isEqualTo("sshd");
    }

    @Test
    void aSavedShareThatIsOpenToEveryoneCountsAsAsked() {
        submit("5432", Audience.EVERYONE);
        asked().open().run();

        ComposerModel next =
                new ComposerModel(fixture.desk, new SharesModel(fixture.desk, watch), watch);
        next.whoProperty().set(Audience.EVERYONE);
        next.targetProperty().set("5432");
        next.submit();
        assertThat(next.caution().questionProperty().get()).isEmpty();
    }

    @Test
    void knowsADatabaseByItsProcessOnAnyPort() {
        submit("55432", Audience.EVERYONE);
        assertThat(asked().name()).isEqualTo("postgres");
        assertThat(shares()).isEmpty();
    }

    @Test
    void asksAboutAPastedLineToo() {
        submit(
                "ssh -R *:0:localhost:3000 -R *:0:localhost:6379 me@vps.example.com",
                Audience.ONLY_ON_SERVER);
        assertThat(shares()).isEmpty();
        asked().inside().run();
        assertThat(shares()).extracting(Share::bind).containsExactlyInAnyOrder("*", "localhost");
    }

    @Test
    void asksNothingWhereOnlyTheServerCanOpenItOrNothingIsSensitive() {
        submit("5432", Audience.ONLY_ON_SERVER);
        submit("3000", Audience.EVERYONE);
        assertThat(composer.caution().questionProperty().get()).isEmpty();
        assertThat(shares()).hasSize(2);
    }

    private void submit(String target, Audience who) {
        composer.whoProperty().set(who);
        composer.targetProperty().set(target);
        composer.submit();
    }

    private Caution.Question asked() {
        return composer.caution().questionProperty().get().orElseThrow();
    }

    private List<Share> shares() {
        return fixture.shares.snapshot().stream().map(ShareStatus::share).toList();
    }
}
