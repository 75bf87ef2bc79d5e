package dev.portico.desktop.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.shares.DeskFixture;
import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Here;
import dev.portico.interop.config.servers.State;
import dev.portico.share.Server;
import dev.portico.share.ServerLink;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class ImportModelTest {
    @TempDir private Path home;
    private DeskFixture fixture;
    private ImportModel model;
    private final List<String> saved = new ArrayList<>();

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        model =
                new ImportModel(
                        fixture.desk, new Here(home, "me", () -> "here", Map.of()), saved::add);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void saysThatThereIsNoFile() {
        model.read();
        assertThat(model.stageProperty().get()).isEqualTo(ImportModel.Stage.ABSENT);
        assertThat(model.fileProperty().get()).isEqualTo("~/.ssh/config");
        model.fileProperty().set("\0");
        model.read();
        assertThat(model.stageProperty().get()).isEqualTo(ImportModel.Stage.ABSENT);
        assertThat(model.save()).isFalse();
    }

    @Test
    void saysThatTheFileNamesNoServer() throws IOException {
        write("Host *\n  User me\n");
        assertThat(model.stageProperty().get()).isEqualTo(ImportModel.Stage.WITHOUT_SERVERS);
    }

    @Test
    void ticksWhatIsNotSavedYet() throws IOException {
        fixture.save(
                DeskFixture.server("same"), DeskFixture.server("changed").at("other", 22, "me"));
        write("Host same changed new\n  HostName %h.example.com\n  User me\n");
        assertThat(model.rows())
                .extracting(row -> row.imported().alias() + " " + row.chosen().get())
                .containsExactly("same false", "changed true", "new true");
        assertThat(model.rows().get(0).state()).isEqualTo(new State.Same());
        assertThat(model.wantedProperty().get()).isEqualTo(2);
    }

    @Test
    void savesWhatIsTickedAndNoMore() throws IOException {
        write("Host a b\n  User me\n");
        model.rows().getFirst().chosen().set(false);
        assertThat(model.save()).isTrue();
        assertThat(names()).containsExactly("b");
        assertThat(saved).containsExactly("b");
        assertThat(fixture.store.settings().links()).isEmpty();
    }

    @Test
    void savesTheJumpServersThatItNeeds() throws IOException {
        write("Host a\n  ProxyJump gate\nHost gate\n  User g\n");
        model.rows().getLast().chosen().set(false);
        assertThat(model.save()).isTrue();
        assertThat(names()).containsExactly("a", "gate");
    }

    @Test
    void followsTheFileWhereThatIsWanted() throws IOException {
        write("Host a\n  User me\n");
        model.followProperty().set(true);
        model.save();
        assertThat(fixture.store.settings().links())
                .containsExactly(
                        new ServerLink("a", home.resolve(".ssh/config"), "a", List.of("ADDRESS")));
        model.read();
        assertThat(model.followProperty().get()).as("remembered").isTrue();
    }

    @Test
    void savesForwardsWhereThatIsWanted() throws IOException {
        write("Host a\n  RemoteForward 8080 localhost:3000\n");
        assertThat(model.hasSharesProperty().get()).isTrue();
        model.withSharesProperty().set(true);
        model.save();
        assertThat(fixture.store.settings().shares())
                .singleElement()
                .satisfies(share -> assertThat(share.on()).isFalse());
    }

    @Test
    void saysOnceWhatWasLeftOut() throws IOException {
        write("Host a b\n  ProxyCommand x\n  Compression yes\nBogus 1\n");
        assertThat(model.notes())
                .extracting(note -> note.spot().line() + " " + note.weight())
                .containsExactly("4 " + Finding.Weight.WRONG, "2 " + Finding.Weight.LEFT_OUT);
    }

    @Test
    void savesNothingThatLeadsInARing() throws IOException {
        write("Host a\n  ProxyJump b\nHost b\n  ProxyJump a\n");
        assertThat(model.save()).isFalse();
        assertThat(model.refusalProperty().get()).contains("twice");
        assertThat(names()).isEmpty();
    }

    private List<String> names() {
        return fixture.store.settings().servers().stream().map(Server::name).toList();
    }

    private void write(String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(folder.resolve("config"), text);
        model.read();
    }
}
