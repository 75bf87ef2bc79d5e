package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.ListeningPorts;
import dev.portico.share.Exposure;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Reach;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the table says of a link beyond its being open.
@Timeout(30)
class LinkTruthTest {
    private static final Problem LOST =
            Problem.of(ProblemCode.CONNECTION_LOST, "", "server", "vps");
    private static final Problem HELD =
            Problem.of(ProblemCode.PORT_STILL_HELD, "", "server", "vps", "port", "41233");

    @TempDir Path folder;

    private DeskFixture fixture;
    private SharesModel model;

    @BeforeEach
    void open() {
        fixture = new DeskFixture(folder);
        fixture.save(DeskFixture.server("vps"));
        model = new SharesModel(fixture.desk, fixture.watch(ListeningPorts.NO_WAY));
        model.share(new Share("shop", Target.parse("3000"), "vps", 0, "*"), true);
        DeskFixture.awaitUntil(model, () -> row().isOpen());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theWishIsShownUntilItIsKnown() {
        assertThat(row().text().who().word()).isEqualTo("Everyone");
        assertThat(row().text().who().known()).isFalse();
        assertThat(row().text().state().detail()).isEmpty();
    }

    @Test
    void saysWhoCanOpenItAndWhenThatWasProven() {
        reach(Exposure.EVERYONE, Reach.Why.OPENED_FROM_HERE, Optional.empty());
        assertThat(row().text().state().detail()).isEqualTo("proven · 24 ms");
        assertThat(row().text().who().detail()).isEqualTo("proven just now");
        assertThat(row().text().who().tooltip()).contains("A visit from this computer");
        fixture.clock.move(Duration.ofSeconds(29));
        model.refresh();
        assertThat(row().text().who().detail()).isEqualTo("proven just now");
        fixture.clock.move(Duration.ofSeconds(60));
        model.refresh();
        assertThat(row().text().who().detail()).isEqualTo("proven 1 min ago");
        assertThat(model.countsProperty().get().needYou()).isZero();
    }

    @Test
    void anOpenLinkThatNobodyReachesNeedsTheUser() {
        Problem blocked =
                Problem.of(
                        ProblemCode.BLOCKED_ON_THE_WAY,
                        "",
                        "server",
                        "vps",
                        "host",
                        "vps.example.com",
                        "port",
                        "41233");
        reach(Exposure.BLOCKED, Reach.Why.NO_ANSWER_FROM_HERE, Optional.of(blocked));
        assertThat(row().isOpen()).isTrue();
        assertThat(row().text().state().detail()).isEqualTo("blocked");
        assertThat(row().text().who().word()).isEqualTo("Blocked on the way");
        assertThat(row().text().problem()).contains(blocked);
        assertThat(row().text().link().url()).isNotEmpty();
        assertThat(model.countsProperty().get().needYou()).isEqualTo(1);

        model.copyCure(row());
        assertThat(fixture.clipboard.getLast()).contains("sudo ufw allow 41233/tcp");
        assertThat(fixture.notices.said).contains("Lines copied");
    }

    @Test
    void saysWhenTheLinkIsAnotherOne() {
        int before = port();
        fixture.linker.grant("shop", before + 1);
        fixture.linker.breakOff("shop", LOST);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Waiting);
        fixture.shares.retryNow("shop");
        DeskFixture.awaitUntil(model, () -> row().isOpen());
        assertThat(port()).isEqualTo(before + 1);
        assertThat(fixture.notices.said).contains("shop has another link now");
    }

    @Test
    void saysOnceThatTheLinkThatWasHandedOutOpensOnlyOnTheServer() {
        Problem closed = Problem.of(ProblemCode.BLOCKED_ON_THE_WAY, "", "server", "vps");
        reach(Exposure.ONLY_ON_SERVER, Reach.Why.KEPT_INSIDE, Optional.of(closed));
        assertThat(fixture.notices.said).containsOnlyOnce("shop opens only on the server");
        fixture.linker.breakOff("shop", LOST);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Waiting);
        fixture.shares.retryNow("shop");
        DeskFixture.awaitUntil(model, () -> row().isOpen());
        reach(Exposure.ONLY_ON_SERVER, Reach.Why.KEPT_INSIDE, Optional.of(closed));
        assertThat(fixture.notices.said)
                .containsOnlyOnce("shop opens only on the server")
                .noneMatch(said -> said.contains("another link"));
        assertThat(row().text().link().url()).startsWith("http://127.0.0.1:");
    }

    @Test
    void theSameLinkIsNoNewsAndIsKeptForTheNextStart() {
        int before = port();
        fixture.linker.breakOff("shop", LOST);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Waiting);
        fixture.shares.retryNow("shop");
        DeskFixture.awaitUntil(model, () -> row().isOpen());
        assertThat(fixture.notices.said).noneMatch(said -> said.contains("another link"));
        Share saved = fixture.store.settings().shares().getFirst();
        assertThat(saved.lastPorts()).isEqualTo(Map.of("vps", before));
    }

    @Test
    void whoDoesNotWantToWaitForTheOldPortTakesAnother() {
        fixture.linker.fail("shop", HELD);
        fixture.linker.breakOff("shop", LOST);
        DeskFixture.awaitUntil(model, () -> row().state() instanceof ShareState.Waiting);
        fixture.shares.retryNow("shop");
        DeskFixture.awaitUntil(model, () -> row().text().problem().equals(Optional.of(HELD)));
        assertThat(row().text().state().detail()).isEqualTo("for old port, 4 s");
        assertThat(row().text().link().remedies())
                .isEqualTo(List.of(Remedy.RETRY_NOW, Remedy.USE_ANOTHER_PORT));
        fixture.linker.mend("shop");
        model.remedy(row(), Remedy.USE_ANOTHER_PORT);
        DeskFixture.awaitUntil(model, () -> row().isOpen());
        assertThat(fixture.notices.said).noneMatch(said -> said.contains("another link"));
    }

    private void reach(Exposure exposure, Reach.Why why, Optional<Problem> concern) {
        Reach.Proof proof = new Reach.Proof(fixture.clock.instant(), Duration.ofMillis(24));
        Map<String, String> facts =
                Map.of("server", "vps", "host", "vps.example.com", "port", "41233");
        fixture.linker
                .doorway("shop")
                .reaches(new Reach(exposure, why, facts, Optional.of(proof), concern));
        model.refresh();
    }

    private int port() {
        return ((ShareState.Open) row().state()).forward().port();
    }

    private ShareRow row() {
        return model.rows().getFirst();
    }
}
