package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portico.fixture.Await;
import dev.portico.fixture.MovableClock;
import dev.portico.share.Journal;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;
import dev.portico.share.TrafficSample;
import dev.portico.share.Visitor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class VisitorBookTest {
    @TempDir Path folder;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    private final Journal journal = new Journal(clock);
    private VisitorLogSettings wish = VisitorLogSettings.DEFAULT;

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatItHeardSurvivesARestart() throws Exception {
        try (VisitorBook book = open()) {
            left(1, false);
            left(2, true);
            journal.flush();
            assertThat(ends(book))
                    .containsExactly(VisitorEntry.End.LEFT, VisitorEntry.End.ENDED_BY_YOU);
        }
        try (VisitorBook again = open()) {
            Await.until(() -> again.page().entries().size() == 2);
            assertThat(again.page().bytes()).isPositive();
        }
    }

    @Test
    void whatIsOlderThanThirtyDaysIsForgottenAtTheNextStart() throws Exception {
        try (VisitorBook _ = open()) {
            left(1, false);
        }
        clock.move(Duration.ofDays(29));
        try (VisitorBook book = open()) {
            left(2, false);
            journal.flush();
            Await.until(() -> book.page().entries().size() == 2);
        }
        clock.move(Duration.ofDays(2));
        try (VisitorBook book = open()) {
            Await.until(() -> book.page().entries().size() == 1);
        }
        assertThat(new VisitorLog(folder).read(Instant.MIN)).hasSize(1);
    }

    @Test
    void nothingIsKeptWhileTheLogIsOff() throws Exception {
        wish = wish.withOn(false);
        try (VisitorBook book = open()) {
            left(1, false);
            journal.flush();
            assertThat(book.page().entries()).isEmpty();
        }
        assertThat(folder.resolve("visitors.log")).doesNotExist();
    }

    @Test
    void shortAddressesAreShortInTheFile() throws Exception {
        wish = wish.withShortAddresses(true);
        try (VisitorBook _ = open()) {
            left(1, false);
        }
        assertThat(folder.resolve("visitors.log"))
                .content()
                .contains("203.0.113.x")
                .doesNotContain("203.0.113.7");
    }

    @Test
    void aClearedLogIsGone() throws Exception {
        try (VisitorBook book = open()) {
            left(1, false);
            journal.flush();
            book.clear();
            assertThat(book.page().entries()).isEmpty();
        }
        assertThat(folder.resolve("visitors.log")).doesNotExist();
    }

    @Test
    void aDiskThatTakesNothingIsToldOnce() throws Exception {
        Files.createDirectory(folder.resolve("visitors.log"));
        try (VisitorBook book = open()) {
            Await.until(() -> book.takeTrouble().isPresent());
            left(1, false);
            left(2, false);
            journal.flush();
            assertThat(book.page().entries()).hasSize(2);
            assertThat(book.takeTrouble()).isEmpty();
        }
    }

    @Test
    void theFirstVisitorIsToldOnceForEachStartAndNotTwiceInAMinute() throws Exception {
        try (VisitorBook book = open()) {
            came(1);
            came(2);
            assertThat(first(book)).hasSize(1);
            stopped();
            clock.move(Duration.ofSeconds(59));
            came(3);
            assertThat(first(book)).isEmpty();
            stopped();
            clock.move(Duration.ofSeconds(2));
            came(4);
            assertThat(first(book)).containsExactly(new VisitorBook.First("web", "203.0.113.7"));
        }
    }

    @Test
    void saysWhenTheServiceWasDown() throws Exception {
        try (VisitorBook book = open()) {
            journal.write(new ShareEvent.TargetChanged(clock.instant(), "web", false));
            refused(1);
            journal.write(new ShareEvent.TargetChanged(clock.instant(), "web", true));
            refused(2);
            journal.flush();
            assertThat(ends(book))
                    .containsExactly(VisitorEntry.End.SERVICE_DOWN, VisitorEntry.End.REFUSED);
        }
    }

    @Test
    void aRenamedShareKeepsWhatIsKnownOfIt() throws Exception {
        try (VisitorBook book = open()) {
            came(1);
            assertThat(first(book)).hasSize(1);
            journal.write(new ShareEvent.TargetChanged(clock.instant(), "old", false));
            journal.write(new ShareEvent.VisitorCame(clock.instant(), "old", visitor(2)));
            assertThat(first(book)).hasSize(1);
            journal.write(new ShareEvent.Renamed(clock.instant(), "new", "old"));
            clock.move(Duration.ofMinutes(2));
            journal.write(new ShareEvent.VisitorCame(clock.instant(), "new", visitor(3)));
            assertThat(first(book)).isEmpty();
            journal.write(new ShareEvent.VisitorRefused(clock.instant(), "new", visitor(4), "no"));
            journal.flush();
            assertThat(book.page().entries())
                    .extracting(VisitorEntry::share, VisitorEntry::end)
                    .containsExactly(tuple("new", VisitorEntry.End.SERVICE_DOWN));
        }
    }

    private VisitorBook open() {
        return new VisitorBook(journal, new VisitorLog(folder), () -> wish);
    }

    private List<VisitorBook.First> first(VisitorBook book) throws InterruptedException {
        journal.flush();
        return book.takeFirst();
    }

    private static List<VisitorEntry.End> ends(VisitorBook book) {
        return book.page().entries().stream().map(VisitorEntry::end).toList();
    }

    private Visitor visitor(long id) {
        return new Visitor(id, "203.0.113.7", 50112, clock.instant());
    }

    private void came(long id) {
        journal.write(new ShareEvent.VisitorCame(clock.instant(), "web", visitor(id)));
    }

    private void left(long id, boolean byUser) {
        journal.write(
                new ShareEvent.VisitorLeft(clock.instant(), "web", visitor(id), 7, 9, byUser));
    }

    private void refused(long id) {
        journal.write(new ShareEvent.VisitorRefused(clock.instant(), "web", visitor(id), "no"));
    }

    private void stopped() {
        journal.write(
                new ShareEvent.StateChanged(
                        clock.instant(),
                        "web",
                        new ShareState.Stopped(ShareState.Reason.BY_USER),
                        TrafficSample.NONE));
    }
}
