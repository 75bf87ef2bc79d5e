package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class SharesModelTest {
    private static final Problem LOST =
            Problem.of(ProblemCode.CONNECTION_LOST, "reset by peer", "server", "vps");
    private static final Problem FORBIDDEN =
            Problem.of(ProblemCode.PORT_PRIVILEGED, "", "server", "vps", "port", "80");

    private DeskFixture fixture;
    private SharesModel model;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        fixture.save(DeskFixture.server("vps"));
        model = new SharesModel(fixture.desk, fixture.watch(ListeningPorts.NO_WAY));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aNewShareOpensAndItsLinkIsInTheClipboard() {
        share("3000");

        assertThat(row().text().link().port()).isEqualTo("41233");
        assertThat(row().text().link().before()).isEqualTo("vps.example.com:");
        assertThat(fixture.clipboard).containsExactly("http://vps.example.com:41233");
        assertThat(fixture.notices.said).containsExactly("3000 is open, link copied");
    }

    @Test
    void aNewShareIsSavedWithItsWish() {
        share("3000");
        model.toggle(row());

        assertThat(fixture.store.settings().shares())
                .singleElement()
                .satisfies(
                        saved -> {
                            assertThat(saved.name()).isEqualTo("3000");
                            assertThat(saved.on()).isFalse();
                        });
    }

    @Test
    void aSecondShareOfTheSameTargetGetsANameOfItsOwn() {
        share("3000");
        share("3000");

        assertThat(model.rows()).extracting(ShareRow::name).containsExactly("3000", "3000-2");
    }

    @Test
    void savedSharesComeBackAndThoseThatWereOnStart() {
        fixture.store.update(
                all -> all.withShares(List.of(wish("on", "*"), wish("off", "*").withOn(false))));
        model.restore();
        DeskFixture.awaitUntil(model, () -> model.countsProperty().get().open() == 1);

        assertThat(model.rows()).extracting(ShareRow::name).containsExactly("on", "off");
        assertThat(model.rows().getLast().state()).isInstanceOf(ShareState.Stopped.class);
        assertThat(fixture.clipboard).as("nobody asked for a link now").isEmpty();
    }

    @Test
    void stopAndStartFollowTheSwitch() {
        share("3000");
        model.toggle(row());
        DeskFixture.awaitUntil(model, () -> !fixture.linker.isOpen("3000"));
        assertThat(row().text().state().detail()).isEqualTo("by you");
        assertThat(row().text().on()).isFalse();

        model.toggle(row());
        DeskFixture.awaitUntil(model, () -> row().isOpen());
        assertThat(row().text().on()).isTrue();
    }

    @Test
    void waitingCountsDown() {
        share("3000");
        fixture.linker.fail("3000", LOST);
        fixture.linker.breakOff("3000", LOST);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Waiting);
        assertThat(row().text().state().word()).isEqualTo("Reconnecting");
        assertThat(row().text().state().detail()).isEqualTo("retry in 4 s");

        fixture.clock.move(Duration.ofMillis(1500));
        model.refresh();
        assertThat(row().text().state().detail()).isEqualTo("retry in 3 s");
    }

    @Test
    void retryNowEndsTheWait() {
        share("3000");
        fixture.linker.fail("3000", LOST);
        fixture.linker.breakOff("3000", LOST);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Waiting);

        fixture.linker.mend("3000");
        model.remedy(row(), Remedy.RETRY_NOW);
        DeskFixture.awaitUntil(model, () -> row().isOpen());
    }

    @Test
    void aFailedShareKeepsItsSwitchOnAndOffersTheRemedy() {
        fixture.linker.fail("3000", FORBIDDEN);
        model.share(wish("3000", "*").withPort(80), true);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Failed);

        assertThat(row().text().on()).isTrue();
        assertThat(row().text().link().before()).isEqualTo("Port 80 needs root there");
        assertThat(row().text().link().remedies()).contains(Remedy.USE_ANOTHER_PORT);
        assertThat(model.countsProperty().get().needYou()).isEqualTo(1);
        assertThat(fixture.clipboard).isEmpty();
    }

    @Test
    void whatIsStoppedIsNoLongerSaidToBeOpen() {
        String said = "3000 is open, link copied";
        share("3000");
        assertThat(fixture.notices.said).contains(said);
        model.refresh();
        assertThat(fixture.notices.said).contains(said);

        model.want(row(), false);
        assertThat(fixture.notices.said).doesNotContain(said);
    }

    @Test
    void anotherPortIsOneClickAway() {
        fixture.linker.fail("3000", FORBIDDEN);
        model.share(wish("3000", "*").withPort(80), true);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Failed);

        fixture.linker.mend("3000");
        model.remedy(row(), Remedy.USE_ANOTHER_PORT);
        DeskFixture.awaitUntil(model, () -> row().isOpen());

        assertThat(row().text().link().port()).isEqualTo("41233");
        assertThat(fixture.store.settings().shares().getFirst().port()).isZero();
    }

    @Test
    void deleteTakesTheListenerAwayAndUndoBringsItBack() {
        share("3000");
        model.delete(row());
        assertThat(model.rows()).isEmpty();
        assertThat(fixture.linker.isOpen("3000")).isFalse();
        assertThat(fixture.store.settings().shares()).isEmpty();
        assertThat(fixture.notices.said).contains("3000 deleted. Undo");

        fixture.notices.action.run();
        DeskFixture.awaitUntil(model, () -> model.rows().size() == 1 && row().isOpen());
        assertThat(fixture.store.settings().shares()).hasSize(1);
    }

    @Test
    void trafficIsCountedAndMeasured() {
        share("3000");
        fixture.clock.move(Duration.ofSeconds(10));
        model.refresh();
        fixture.linker.doorway("3000").traffic().sent(2_000_000);
        fixture.clock.move(Duration.ofSeconds(1));
        model.refresh();

        assertThat(row().text().flow().sent()).isEqualTo("2.0 MB");
        assertThat(row().text().flow().exact()).contains("2,000,000 bytes");
        assertThat(row().text().flow().sentRate()).endsWith("B/s");
        assertThat(model.countsProperty().get().sent()).isPositive();
    }

    @Test
    void aRowThatDoesNotChangeIsNotTouched() {
        share("3000");
        List<RowText> told = new ArrayList<>();
        row().textProperty().subscribe((_, now) -> told.add(now));
        model.refresh();
        assertThat(told).isEmpty();
        fixture.clock.move(Duration.ofMinutes(3));
        model.refresh();
        assertThat(told).extracting(RowText::since).containsExactly("3 min");
    }

    @Test
    void theFilterFindsByWordsAndState() {
        share("3000");
        share("nas:80");
        model.filterProperty().set(Filter.ALL.with("NAS"));
        assertThat(model.rows()).extracting(ShareRow::name).containsExactly("nas:80");

        model.filterProperty().set(Filter.ALL.with(Filter.Chip.NEED_YOU));
        assertThat(model.rows()).isEmpty();
    }

    @Test
    void aShareForTheServerOnlySaysWhereItOpens() {
        model.share(wish("3000", "localhost"), true);
        DeskFixture.awaitUntil(model, () -> row().isOpen());

        assertThat(row().text().link().below()).isEqualTo("opens only on vps");
        assertThat(row().text().who().word()).isEqualTo("Only on the server");
    }

    @Test
    void sharesFollowARenamedServer() {
        share("3000");
        fixture.save(DeskFixture.server("new"));
        model.serverRenamed("vps", "new");
        DeskFixture.awaitUntil(model, () -> row().isOpen());

        assertThat(row().text().server()).isEqualTo("new");
        assertThat(fixture.store.settings().shares().getFirst().servers()).containsExactly("new");
    }

    @Test
    void aPracticeServerThatCannotStartIsNotCalledUnsaved() {
        Problem problem = Problem.of(ProblemCode.SERVER_MISSING, "", "server", Server.PRACTICE);
        fixture.linker.fail("3000", problem);
        model.share(wish("3000", "*"), true);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Failed);

        assertThat(row().text().link().before()).isEqualTo("The practice server failed");
        assertThat(row().text().state().detail()).isEqualTo("could not start");
        assertThat(row().text().link().remedies()).contains(Remedy.TRY_AGAIN);
    }

    private void share(String target) {
        int open = model.countsProperty().get().open();
        model.share(wish(Target.parse(target).shortName(), "*", target), true);
        DeskFixture.awaitUntil(model, () -> model.countsProperty().get().open() > open);
    }

    private static Share wish(String name, String bind) {
        return wish(name, bind, "3000");
    }

    private static Share wish(String name, String bind, String target) {
        return new Share(name, Target.parse(target), "vps", 0, bind);
    }

    private ShareRow row() {
        return model.rows().getFirst();
    }
}
