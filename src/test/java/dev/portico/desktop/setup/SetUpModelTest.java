package dev.portico.desktop.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.setup.SetUpModel.Stage;
import dev.portico.desktop.shares.Desk;
import dev.portico.desktop.shares.DeskFixture;
import dev.portico.fixture.Account;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RequiresSshd;
import dev.portico.link.Links;
import dev.portico.link.OwnKeys;
import dev.portico.setup.OwnServer;
import dev.portico.setup.SetUp;
import dev.portico.share.Asker;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The window's set-up against a real server, without a window.
@RequiresSshd
@Timeout(120)
class SetUpModelTest {
    @TempDir Path folder;
    private final List<Server> saved = new ArrayList<>();
    private Account account;
    private OwnServer own;
    private DeskFixture fixture;
    private Links links;
    private SetUpModel model;

    @BeforeEach
    void start() throws Exception {
        account = Account.make("unused " + UUID.randomUUID());
        own = OwnServer.start(true);
        fixture = new DeskFixture(folder);
        links = new Links(folder.resolve("known_hosts"), Asker.NOBODY);
        model = new SetUpModel(desk(fixture.desk), saved::add);
        model.open(own.server().withName("vps"));
        model.userProperty().set(account.name());
        model.portsProperty().set(String.valueOf(LocalServices.unusedPort()));
    }

    @AfterEach
    void stop() {
        links.close();
        fixture.close();
        own.close();
        account.close();
    }

    @Test
    void showsEveryLineAppliesItTellsHowItGoesAndTakesItBack() {
        Map<String, String> before = own.everything(home());
        model.look();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.SHOWN);
        assertThat(model.scriptProperty().get()).contains("Match User " + account.name());
        assertThat(own.everything(home())).isEqualTo(before);

        model.apply();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.DONE);
        assertThat(model.lines())
                .extracting(SetUpModel.Line::mark)
                .containsOnly(Mark.PASSED)
                .hasSizeGreaterThan(12);
        assertThat(saved).extracting(Server::name).containsExactly("vps-" + account.name());

        model.showUndo();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.UNDO_SHOWN);
        assertThat(model.scriptProperty().get()).contains("Takes back what Portico set up");
        model.undo();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.UNDONE);
        assertThat(own.everything(home())).isEqualTo(before);
    }

    @Test
    void whoLeavesBeforeLeavesNoKey() throws Exception {
        model.look();
        model.close();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.CLOSED);
        try (var keys = Files.list(folder.resolve("keys"))) {
            assertThat(keys).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsDone() {
        model.portsProperty().set("9000-8000");
        model.look();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.FIELDS);
        assertThat(model.errorProperty().get()).contains("Did you mean");
        model.portsProperty().set("9000");
        model.userProperty().set(own.server().user());
        model.look();
        assertThat(model.errorProperty().get()).contains("must not be root");
        model.userProperty().set(account.name());
        model.showUndo();
        assertThat(model.errorProperty().get()).contains("has set nothing up");
    }

    @Test
    void aProblemLeadsBackToTheFields() throws Exception {
        model.look();
        Files.writeString(own.config(), "NoSuchWord yes\n");
        model.apply();
        assertThat(model.stageProperty().get()).isEqualTo(Stage.FIELDS);
        assertThat(model.problemProperty().get())
                .hasValueSatisfying(
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SETUP_FAILED));
        assertThat(model.lines()).extracting(SetUpModel.Line::mark).contains(Mark.FAILED);
        assertThat(saved).isEmpty();
    }

    private Desk desk(Desk usual) {
        return new Desk(
                usual.shares(),
                usual.store(),
                usual.practice(),
                usual.hostKeys(),
                usual.keyring(),
                new SetUp.Tools(links, links, new OwnKeys(), Clock.systemUTC(), own.places()),
                usual.clock(),
                usual.texts(),
                usual.background(),
                usual.notices(),
                usual.copy(),
                usual.browse());
    }

    private Path home() {
        return Path.of("/home", account.name());
    }
}
