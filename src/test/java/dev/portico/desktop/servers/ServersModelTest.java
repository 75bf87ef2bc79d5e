package dev.portico.desktop.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.desktop.ports.PortWatch;
import dev.portico.desktop.servers.ServerForm.Field;
import dev.portico.desktop.servers.ServerForm.Way;
import dev.portico.desktop.shares.ComposerModel;
import dev.portico.desktop.shares.DeskFixture;
import dev.portico.desktop.shares.SharesModel;
import dev.portico.fixture.Await;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.ShareState;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ServersModelTest {
    private DeskFixture fixture;
    private SharesModel shares;
    private ServersModel model;
    private FirstRunModel firstRun;

    @BeforeEach
    void start(@TempDir Path folder) {
        fixture = new DeskFixture(folder);
        PortWatch watch = fixture.watch(List::of);
        shares = new SharesModel(fixture.desk, watch);
        model =
                new ServersModel(
                        fixture.desk, shares, new ComposerModel(fixture.desk, shares, watch));
        firstRun = new FirstRunModel(shares, model, fixture.desk.texts());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void savesWhatStandsInTheForm() {
        type(Field.NAME, "vps");
        type(Field.HOST, "demo.example.com");
        type(Field.PORT, "2222");
        type(Field.USER, "tunnel");
        assertThat(model.save()).isTrue();

        Server saved = fixture.store.settings().server("vps").orElseThrow();
        assertThat(saved.address()).isEqualTo("tunnel@demo.example.com:2222");
        assertThat(saved.bind()).contains("localhost");
        assertThat(model.selectedProperty().get()).contains("vps");
    }

    @ParameterizedTest
    @CsvSource({
        "NAME,'',Give the server a name.",
        "HOST,'',Enter a host name or an address.",
        "PORT,70000,The SSH port goes from 1 to 65535.",
        "USER,a b,A user name has no spaces and no @.",
        "HOST,me@demo.example.com,Only the host goes here; user and SSH port have",
        "HOST,demo.example.com:22,Only the host goes here; user and SSH port have",
        "HOST,root@127.0.0.1:44497,Only the host goes here; user and SSH port have",
        "HOST,[::1]:2222,Only the host goes here; user and SSH port have",
        "HOST,ssh://demo,'\"ssh://demo\" is not a host name or an address.'",
        "LINK,https://demo.example.com,A link looks like https://{port}.demo",
        "LINK,foo{port},A link looks like https://{port}.demo",
        "JUMP,me@,There is no host in",
        "PROXY,proxy:80,'\"proxy:80\" is no proxy.'",
        "PROXY,http://me:hush@proxy:80,Leave the password of the proxy out",
        "CONNECT_TIMEOUT,0,Enter a number of seconds from 1 to 3600.",
        "DEAD_AFTER,1,Enter a number of seconds from 2 to 3600."
    })
    void judgesAFieldWhenItIsLeft(Field field, String text, String said) {
        type(Field.NAME, "vps");
        type(Field.HOST, "demo.example.com");
        type(field, text);
        assertThat(model.form().errorProperty(field).get()).isEmpty();
        model.form().judge(field);
        assertThat(model.form().errorProperty(field).get()).startsWith(said);
        assertThat(model.form().wrongProperty().get()).isEqualTo(1);
    }

    @Test
    void allMistakesAreShownAtOnce() {
        type(Field.NAME, "");
        type(Field.HOST, "me@demo.example.com");
        type(Field.LINK, "foo");
        model.form().judge(Field.HOST);
        assertThat(model.form().wrongProperty().get()).isEqualTo(3);
        type(Field.HOST, "demo.example.com");
        assertThat(model.form().wrongProperty().get()).isEqualTo(2);
    }

    @Test
    void aNameCanStandOnlyOnce() {
        fixture.save(DeskFixture.server("vps"));
        type(Field.NAME, "vps");
        model.form().judge(Field.NAME);
        assertThat(model.form().errorProperty(Field.NAME).get()).isEqualTo("This name is taken.");

        model.select("vps");
        model.form().judge(Field.NAME);
        assertThat(model.form().errorProperty(Field.NAME).get()).isEmpty();
    }

    @Test
    void aKeyFileMustBeReadable(@TempDir Path keys) throws Exception {
        model.form().wayProperty().set(Way.KEY_FILE);
        type(Field.KEY, keys.resolve("absent").toString());
        model.form().judge(Field.KEY);
        assertThat(model.form().errorProperty(Field.KEY).get()).contains("cannot be read");

        Path key = Files.writeString(keys.resolve("id"), "key");
        type(Field.KEY, key.toString());
        type(Field.NAME, "vps");
        type(Field.HOST, "demo.example.com");
        assertThat(model.save()).isTrue();
        assertThat(fixture.store.settings().server("vps").orElseThrow().signIn())
                .isEqualTo(new SignIn.KeyFiles(List.of(key)));
    }

    @Test
    void nothingIsSavedWhileAFieldIsWrong() {
        type(Field.NAME, "vps");
        assertThat(model.save()).isFalse();
        assertThat(fixture.store.settings().servers()).isEmpty();
    }

    @Test
    void editingKeepsThePlaceInTheList() {
        fixture.save(DeskFixture.server("a"), DeskFixture.server("b"));
        model.select("a");
        type(Field.NAME, "c");
        model.save();
        assertThat(fixture.store.settings().servers())
                .extracting(Server::name)
                .containsExactly("c", "b");
    }

    @Test
    void aChangedServerIsTriedAgainByWhatHadFailedOnIt() {
        fixture.save(DeskFixture.server("a"), DeskFixture.server("b"));
        fixture.linker.fail("3000", Problem.of(ProblemCode.AUTH_REFUSED, ""));
        fixture.linker.fail("4000", Problem.of(ProblemCode.CONNECTION_LOST, ""));
        for (String name : List.of("3000", "4000", "5000")) {
            shares.share(new Share(name, Target.parse(name), "a", 0, "localhost"), true);
        }
        Await.until(() -> isFailed("3000") && isWaiting("4000") && fixture.linker.isOpen("5000"));
        fixture.linker.mend("3000");
        fixture.linker.mend("4000");
        shares.refresh();
        model.select("a");
        type(Field.USER, "somebody");
        model.save();
        Await.until(() -> fixture.linker.isOpen("3000") && fixture.linker.isOpen("4000"));
        assertThat(fixture.linker.asked().get("3000").user()).isEqualTo("somebody");
        assertThat(fixture.linker.asked().get("4000").user()).isEqualTo("somebody");
        assertThat(fixture.linker.asked().get("5000").user()).isEqualTo("me"); // never closed
    }

    @Test
    void theAdvancedFieldsAreSavedAndShown() {
        fixture.save(DeskFixture.server("gate"));
        type(Field.NAME, "vps");
        type(Field.HOST, "demo.example.com");
        type(Field.JUMP, "gate, me@inner:2222");
        type(Field.PROXY, "socks5://me@proxy.example.com:1080");
        type(Field.CONNECT_TIMEOUT, "30");
        type(Field.DEAD_AFTER, "4");
        model.form().legacyProperty().set(true);
        assertThat(model.save()).isTrue();
        Server saved = fixture.store.settings().server("vps").orElseThrow();
        assertThat(saved.way().jumps()).containsExactly("gate", "me@inner:2222");
        assertThat(saved.way().proxy().orElseThrow().address()).isEqualTo("proxy.example.com:1080");
        assertThat(saved.connectTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(saved.deadAfter()).isEqualTo(Duration.ofSeconds(4));
        assertThat(saved.legacy()).isTrue();
        assertThat(model.lines()).extracting(ServersModel.Line::legacy).contains(true);

        model.select("gate");
        assertThat(model.form().showsAdvancedProperty().get()).isFalse();
        type(Field.NAME, "door");
        assertThat(model.save()).isTrue();
        model.select("vps");
        assertThat(model.form().showsAdvancedProperty().get()).isTrue();
        assertThat(model.form().valueProperty(Field.JUMP).get()).isEqualTo("door, me@inner:2222");
    }

    @Test
    void aRingIsSaidWhereItIsMade() {
        Server b =
                DeskFixture.server("b")
                        .withWay(new dev.portico.share.Way(List.of("a"), Optional.empty()));
        fixture.save(DeskFixture.server("a"), b);
        model.select("a");
        type(Field.JUMP, "b");
        assertThat(model.save()).isFalse();
        assertThat(model.form().errorProperty(Field.JUMP).get()).contains("past a twice");
        assertThat(model.form().showsAdvancedProperty().get()).isTrue();
    }

    @Test
    void deleteCanBeUndone() {
        fixture.save(DeskFixture.server("a"), DeskFixture.server("b"));
        model.delete("a");
        assertThat(fixture.store.settings().servers())
                .extracting(Server::name)
                .containsExactly("b");

        fixture.notices.action.run();
        assertThat(fixture.store.settings().servers())
                .extracting(Server::name)
                .containsExactly("a", "b");
    }

    @Test
    void aNewUserNamesTheServerInOneField() {
        firstRun.userProperty().set("tunnel");
        firstRun.hostProperty().set("demo.example.com:2222");
        firstRun.saveServer();
        assertThat(fixture.store.settings().server("demo.example.com").orElseThrow().address())
                .isEqualTo("tunnel@demo.example.com:2222");
    }

    @Test
    void aNewUserIsToldWhatIsWrong() {
        firstRun.saveServer();
        assertThat(firstRun.errorProperty().get()).isEqualTo("Enter a host name or an address.");
    }

    private boolean isFailed(String name) {
        return state(name) instanceof ShareState.Failed;
    }

    private boolean isWaiting(String name) {
        return state(name) instanceof ShareState.Waiting;
    }

    private ShareState state(String name) {
        return fixture.shares.snapshot().stream()
                .filter(status -> status.share().name().equals(name))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void type(Field field, String text) {
        model.form().valueProperty(field).set(text);
    }
}
