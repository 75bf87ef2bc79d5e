package dev.portico.desktop.shares;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.ports.ListeningPort;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.share.Visitor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a row says while nothing listens where its share leads.
class ServiceDownTest {
    private static final ListeningPort VITE = new ListeningPort(3000, "vite", "shop", false);

    private final List<ListeningPort> listening = new ArrayList<>(List.of(VITE));
    private DeskFixture fixture;
    private PortWatch watch;
    private SharesModel model;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        fixture.save(DeskFixture.server("vps"));
        watch = fixture.watch(() -> listening);
        model = new SharesModel(fixture.desk, watch);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aServiceThatIsDownIsSaidBeforeAVisitorComes() {
        share("3000");
        assertThat(row().text().state().mark()).isEqualTo(Mark.OPEN);
        assertThat(row().text().target().detail()).isEqualTo("vite · shop");

        listening.clear();
        fixture.clock.move(Duration.ofSeconds(2));
        watch.tick();
        model.refresh();
        assertThat(row().text().state().mark()).isEqualTo(Mark.CHECK);
        assertThat(row().text().state().detail()).isEqualTo("service is down");
        assertThat(row().text().target().detail()).isEqualTo("nothing listens there");
        assertThat(model.countsProperty().get().needYou()).isEqualTo(1);
    }

    @Test
    void aServiceThatIsBackIsSaidWithoutAVisitorToo() {
        listening.clear();
        share("3000");
        fixture.linker
                .doorway("3000")
                .foundNobody(new Visitor(1, "203.0.113.7", 50112, Instant.EPOCH), "refused");
        model.refresh();
        assertThat(row().text().target().detail()).isEqualTo("nothing listens there");

        listening.add(VITE);
        watch.look();
        model.refresh();
        assertThat(row().text().target().detail()).isEqualTo("vite · shop");
    }

    @Test
    void theSamplePageListensThoughItIsPorticosOwn() {
        listening.set(0, new ListeningPort(3000, "java", "portico", false, true));
        share("3000");
        assertThat(row().text().target().detail()).isEmpty();
        assertThat(watch.others()).isEmpty();
    }

    @Test
    void ofAnotherMachineOnlyAVisitorCanTell() {
        share("nas:80");
        watch.look();
        model.refresh();
        assertThat(row().text().target().detail()).isEmpty();
    }

    private void share(String text) {
        Target target = Target.parse(text);
        model.share(new Share(target.shortName(), target, "vps", 0, "*"), true);
        DeskFixture.awaitUntil(model, () -> model.countsProperty().get().open() == 1);
    }

    private ShareRow row() {
        return model.rows().getFirst();
    }
}
