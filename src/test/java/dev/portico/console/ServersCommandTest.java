package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Share;
import dev.portico.share.Target;
import dev.portico.store.SettingsStore;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

class ServersCommandTest {
    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    private String list() {
        terminal.out.reset();
        assertThat(terminal.run("servers", "list", "--json")).isZero();
        return terminal.said();
    }

    private void shareOn(String server) {
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            Share share = new Share("web", Target.parse("80"), server, 0, "localhost");
            store.update(settings -> settings.withShares(List.of(share)));
        }
    }

    @Test
    void whatIsAddedIsListed() {
        assertThat(
                        terminal.run(
                                "servers",
                                "add",
                                "vps",
                                "me@host:2222",
                                "-i",
                                "/a",
                                "-i",
                                "/b",
                                "--bind=*",
                                "--public-address=demo.example.com",
                                "--link-template=https://{port}.example.com",
                                "--connect-timeout=5"))
                .isZero();
        assertThat(list())
                .isEqualTo(
                        """
                        {"name":"vps","host":"host","port":2222,"user":"me","signIn":"keys",\
                        "keys":["/a","/b"],"bind":"*","publicAddress":"demo.example.com",\
                        "linkTemplate":"https://{port}.example.com","connectTimeout":5,"deadAfter":6}
                        """);
    }

    @Test
    void theWayThereIsSavedAndTakenBack() {
        terminal.run("servers", "add", "gate", "me@gate");
        assertThat(
                        terminal.run(
                                "servers",
                                "add",
                                "vps",
                                "me@host",
                                "--jump=gate,you@inner:2222",
                                "--proxy=socks5://u@proxy:1080",
                                "--dead-after=4",
                                "--legacy"))
                .isZero();
        assertThat(list())
                .contains(
                        "\"deadAfter\":4,\"jump\":[\"gate\",\"you@inner:2222\"],"
                                + "\"proxy\":\"socks5://u@proxy:1080\",\"legacy\":true}");
        terminal.out.reset();
        terminal.run("servers", "list");
        assertThat(terminal.said()).contains("over gate, you@inner:2222", "not safe");

        terminal.run("servers", "edit", "gate", "--rename", "door");
        assertThat(list()).contains("\"jump\":[\"door\",\"you@inner:2222\"]");
        assertThat(terminal.run("servers", "remove", "door")).isEqualTo(2);
        assertThat(terminal.complained()).contains("The server door is on the way to: vps.");
        terminal.run("servers", "edit", "vps", "--jump=", "--proxy=", "--no-legacy");
        assertThat(list()).doesNotContain("jump", "proxy", "legacy");
    }

    @Test
    void aRingIsRefused() {
        terminal.run("servers", "add", "a", "me@a");
        terminal.run("servers", "add", "b", "me@b", "--jump", "a");
        assertThat(terminal.run("servers", "edit", "a", "--jump", "b")).isEqualTo(2);
        assertThat(terminal.complained()).contains("would lead past", "twice");
    }

    @Test
    void aPasswordInAProxyIsNeitherTakenNorRepeated() {
        assertThat(terminal.run("servers", "add", "a", "b@c", "--proxy", "http://u:hush@p:1"))
                .isEqualTo(2);
        assertThat(terminal.complained()).contains("asked for").doesNotContain("hush");
        assertThat(terminal.run("servers", "add", "a", "b@c", "--proxy", "p:1")).isEqualTo(2);
        assertThat(terminal.complained()).contains("\"p:1\" is no proxy.");
    }

    @Test
    void aForgottenKeyIsSaidToBe() {
        assertThat(terminal.run("servers", "forget-key", "me@host")).isZero();
        assertThat(terminal.said()).contains("The host key of me@host is forgotten.");
    }

    @Test
    void aNameIsTakenOnce() {
        assertThat(terminal.run("servers", "add", "vps", "a@host")).isZero();
        assertThat(terminal.run("servers", "add", "vps", "b@host")).isEqualTo(2);
        assertThat(terminal.complained()).contains("A server named vps is saved already.");
    }

    @Test
    void editChangesWhatIsGivenAndNothingElse() {
        terminal.run("servers", "add", "vps", "me@host", "--agent", "--public-address", "a.b");
        assertThat(terminal.run("servers", "edit", "vps", "other:2222", "--bind", "*")).isZero();
        assertThat(list())
                .contains(
                        "\"host\":\"other\",\"port\":2222,\"user\":\"me\",\"signIn\":\"agent\","
                                + "\"bind\":\"*\",\"publicAddress\":\"a.b\"");
        assertThat(terminal.run("servers", "edit", "vps", "--public-address", "")).isZero();
        assertThat(list()).doesNotContain("publicAddress");
    }

    @Test
    void sharesFollowARenamedServer() {
        terminal.run("servers", "add", "vps", "me@host");
        shareOn("vps");
        assertThat(terminal.run("servers", "edit", "vps", "--rename", "web")).isZero();
        try (SettingsStore store = SettingsStore.open(folder, Clock.systemUTC())) {
            assertThat(store.settings().shares().getFirst().server()).isEqualTo("web");
        }
    }

    @Test
    void aServerInUseStaysUnlessForced() {
        terminal.run("servers", "add", "vps", "me@host");
        shareOn("vps");
        assertThat(terminal.run("servers", "remove", "vps")).isEqualTo(2);
        assertThat(terminal.complained()).contains("web", "--force");
        assertThat(list()).contains("vps");
        assertThat(terminal.run("servers", "remove", "vps", "--force")).isZero();
        assertThat(list()).isEmpty();
    }

    @Test
    void anotherFolderHasOtherServers() {
        String other = folder.resolve("other").toString();
        assertThat(terminal.run("servers", "add", "vps", "me@host", "--config", other)).isZero();
        assertThat(list()).isEmpty();
        assertThat(terminal.run("servers", "list", "--config", other)).isZero();
        assertThat(terminal.said()).contains("vps  me@host:22");
    }

    @Test
    void brokenSettingsAreSaidAndTheLastGoodOnesShown() throws IOException {
        terminal.run("servers", "add", "vps", "me@host");
        Files.writeString(folder.resolve("settings.json"), "{");
        assertThat(list()).contains("vps");
        assertThat(terminal.complained()).contains("could not be read", "settings.broken-");
    }

    @Test
    void aFolderThatCannotBeWrittenIsThree() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        assertThat(terminal.run("servers", "add", "vps", "me@host", "--config", blocked.toString()))
                .isEqualTo(3);
        assertThat(terminal.complained())
                .contains(blocked + " is a file", "--config")
                .doesNotContain("\tat ", "room on the disk");
        terminal.err.reset();
        assertThat(terminal.run("servers", "list", "--config", blocked.toString())).isEqualTo(3);
        assertThat(terminal.complained()).contains(blocked + " is a file");
    }

    @Test
    void everyCommandHelpsWithAnExample() {
        for (String command :
                List.of(
                        "",
                        "share",
                        "servers",
                        "servers list",
                        "servers add",
                        "servers edit",
                        "servers remove",
                        "practice",
                        "export",
                        "import",
                        "help")) {
            terminal.out.reset();
            String[] words = (command + " --help").strip().split(" ");
            assertThat(terminal.run(words)).isZero();
            assertThat(terminal.said()).as(command).contains("Example", "  portico " + command);
        }
        assertThat(terminal.run("--version")).isZero();
        assertThat(terminal.complained()).isEmpty();
    }

    @Test
    void whatWasNotChangedIsNotSaidToBeSaved() {
        terminal.run("servers", "add", "vps", "me@host");
        terminal.out.reset();
        assertThat(terminal.run("servers", "edit", "vps")).isZero();
        assertThat(terminal.said()).contains("Nothing to change").doesNotContain("Saved");
    }

    @Test
    void whatIsMissingIsWarnedOfAndSavedAllTheSame() {
        for (String command : List.of("add", "edit")) {
            terminal.err.reset();
            String[] words = {"servers", command, "vps", "me@host", "-i", "/no/key", "-J", "nope"};
            assertThat(terminal.run(words)).isZero();
            assertThat(terminal.complained()).contains("no file /no/key", "saved as nope");
        }
        terminal.err.reset();
        terminal.run("servers", "add", "web", "me@web", "-J", "vps,me@other");
        assertThat(terminal.complained()).isEmpty();
    }
}
