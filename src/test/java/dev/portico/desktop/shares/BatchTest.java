package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.store.TableSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What is done with many shares at once, what they are called, and how the table is left.
class BatchTest {
    private DeskFixture fixture;
    private SharesModel model;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        fixture.save(DeskFixture.server("vps"));
        model = model();
        share("b", 8080);
        share("a", 8554);
        share("c", 3000);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void allSelectedAreStoppedAndStartedTogether() {
        model.batch().toggle(List.of(row("a"), row("b")));
        DeskFixture.awaitUntil(model, () -> !row("a").isOpen() && !row("b").isOpen());
        assertThat(row("c").isOpen()).isTrue();

        model.batch().toggle(List.of(row("a"), row("b"), row("c")));
        DeskFixture.awaitUntil(model, () -> model.countsProperty().get().open() == 3);
    }

    @Test
    void allSelectedAreDeletedAndOneUndoBringsThemBack() {
        model.batch().delete(List.of(row("a"), row("b")));
        assertThat(names()).containsExactly("c");
        assertThat(fixture.notices.said).contains("2 shares deleted. Undo");

        fixture.notices.action.run();
        DeskFixture.awaitUntil(model, () -> model.countsProperty().get().open() == 3);
        assertThat(fixture.store.settings().shares()).hasSize(3);
    }

    @Test
    void theLinksOfAllSelectedAreCopiedLineByLine() {
        String a = row("a").text().link().url();
        String b = row("b").text().link().url();
        model.batch().copyLinks(List.of(row("a"), row("b")));

        assertThat(fixture.clipboard).last().isEqualTo(a + "\n" + b);
    }

    @Test
    void theSwitchOfOneMovesItsWholeGroup() {
        model.batch().together(List.of(row("a"), row("b")));
        assertThat(row("a").text().target().detail()).isEqualTo("together with 8080");
        assertThat(row("c").text().target().detail()).isEmpty();
        assertThat(row("a").isOpen()).as("grouping leaves the link alone").isTrue();

        model.toggle(row("a"));
        DeskFixture.awaitUntil(model, () -> !row("b").isOpen() && !row("a").isOpen());
        assertThat(row("c").isOpen()).isTrue();
        assertThat(fixture.store.settings().shares())
                .extracting(Share::group)
                .containsExactly("a", "a", "");

        model.batch().apart(List.of(row("a"), row("b")));
        model.toggle(row("a"));
        DeskFixture.awaitUntil(model, () -> row("a").isOpen());
        assertThat(row("b").text().on()).isFalse();
    }

    @Test
    void aNewNameLeavesLinkAndRowAlone() {
        ShareRow row = row("b");
        String link = row.text().link().url();
        model.batch().rename(row, " Shop demo ");

        assertThat(row("Shop demo")).isSameAs(row);
        assertThat(names()).containsExactly("Shop demo", "a", "c");
        assertThat(row.isOpen()).isTrue();
        assertThat(row.text().link().url()).isEqualTo(link);
        assertThat(fixture.store.settings().shares().getFirst().name()).isEqualTo("Shop demo");

        model.toggle(row);
        DeskFixture.awaitUntil(model, () -> !row.isOpen());
        model.toggle(row);
        DeskFixture.awaitUntil(model, row::isOpen);
    }

    @Test
    void aNameThatCannotBeIsRefusedWithWords() {
        model.batch().rename(row("b"), "a");
        model.batch().rename(row("b"), "x".repeat(101));
        model.batch().rename(row("b"), "  ");

        assertThat(names()).containsExactly("b", "a", "c");
        assertThat(fixture.notices.said)
                .contains("The name a is taken.")
                .anyMatch(said -> said.startsWith("The name of a share has at most"));
    }

    @Test
    void theOrderIsRememberedAndEndsWhereItBegan() {
        model.look().sort(Optional.of(Column.NAME), true);
        model.refresh();
        assertThat(names()).containsExactly("c", "b", "a");
        assertThat(model().look().sortedBy()).contains(Column.NAME);

        model.look().sort(Optional.of(Column.TARGET), false);
        model.refresh();
        assertThat(names()).containsExactly("c", "b", "a");
        model.look().sort(Optional.empty(), false);
        model.refresh();
        assertThat(names()).containsExactly("b", "a", "c");
    }

    @Test
    void hiddenColumnsAreRemembered() {
        assertThat(model.look().isShown(Column.SERVER)).isFalse();
        model.look().show(Column.SERVER, true);
        model.look().show(Column.WHO, false);

        TableLook next = model().look();
        assertThat(next.isShown(Column.SERVER)).isTrue();
        assertThat(next.isShown(Column.WHO)).isFalse();
        assertThat(fixture.store.settings().window().table())
                .isEqualTo(new TableSettings(List.of("who"), "", false));
    }

    @Test
    void theLineShowsTheLastMinuteAndRests() {
        ShareRow row = row("a");
        Spark still = row.sparkProperty().get();
        twoSeconds(row, 0);
        assertThat(row.sparkProperty().get()).as("nothing to draw anew").isSameAs(still);

        twoSeconds(row, 4000);
        twoSeconds(row, 0);
        assertThat(row.sparkProperty().get().points().get(Spark.POINTS - 2).sent()).isEqualTo(4000);
        assertThat(row.sparkProperty().get().highest()).isEqualTo(4000);

        fixture.clock.move(Duration.ofMinutes(2));
        model.refresh();
        assertThat(row.sparkProperty().get()).isSameAs(still);
    }

    /// A point of the line.
    private void twoSeconds(ShareRow row, int bytes) {
        fixture.linker.doorway(row.name()).traffic().sent(bytes);
        fixture.clock.move(Duration.ofSeconds(2));
        model.refresh();
    }

    private SharesModel model() {
        return new SharesModel(fixture.desk, fixture.watch(ListeningPorts.NO_WAY));
    }

    private List<String> names() {
        return model.rows().stream().map(ShareRow::name).toList();
    }

    private ShareRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void share(String name, int port) {
        int open = model.countsProperty().get().open();
        Target target = Target.parse(String.valueOf(port));
        model.share(new Share(name, target, "vps", 0, "*"), true);
        DeskFixture.awaitUntil(model, () -> model.countsProperty().get().open() > open);
    }
}
