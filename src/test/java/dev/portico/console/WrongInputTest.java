package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a command refuses before it opens anything, and the words that say what to write.
class WrongInputTest {
    @TempDir Path folder;

    private Terminal terminal = new Terminal(Path.of(""));

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(folder);
    }

    private void refuses(String sentence, String... arguments) {
        terminal.err.reset();
        assertThat(terminal.start(arguments)).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(2);
        assertThat(terminal.complained()).contains(sentence);
        assertThat(terminal.complained().lines()).hasSize(2);
        assertThat(terminal.linker.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1", "256.0.0.1", "everyone", "::g", "a.b.c.d", "* *"})
    void aBindAddressThatIsNone(String bind) {
        String sentence = "\"" + bind + "\" is no address to listen on.";
        refuses(sentence, "share", "3000", "--on", "vps", "--bind", bind);
        refuses(sentence, "servers", "add", "vps", "me@host", "--bind", bind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo", "https://demo.example.com", "ftp://{port}", "{port}", "http://"})
    void aLinkTemplateThatIsNone(String template) {
        String sentence = "a web address with {port} in it.";
        refuses(sentence, "servers", "add", "vps", "me@host", "--link-template", template);
    }

    @Test
    void aBindAddressInATextOfSshThatIsNone() {
        refuses("\"abc\" is no address", "share", "abc:8080:localhost:80", "--on", "vps");
    }

    @ParameterizedTest
    @CsvSource({
        "-5,\"-5\" is not a port.",
        "8080:80,'Write 80 --port 8080, or 8080:localhost:80'",
        "ftp://nas,Leave out \"ftp://\"."
    })
    void aTargetThatIsNone(String target, String sentence) {
        refuses(sentence, "share", target, "--on", "vps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a@", "@", "a@:22"})
    void aServerWithoutAHost(String server) {
        refuses("Write user@host or user@host:port.", "share", "3000", "--on", server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "me@::1", "2001:db8::1"})
    void anIpv6AddressWithoutItsBrackets(String server) {
        refuses("Write an IPv6 address in brackets", "servers", "add", "v6", server);
        refuses("Write an IPv6 address in brackets", "share", "3000", "--on", server);
    }

    @ParameterizedTest
    @CsvSource({"a b,is not a host name", "me@host:0x16,is not a port.", "a@,There is no host"})
    void aJumpServerThatIsNeitherSavedNorAnAddress(String jump, String sentence) {
        assertThat(terminal.run("servers", "add", "vps", "me@host")).isZero();
        refuses(sentence, "servers", "edit", "vps", "-J", jump);
        refuses(sentence, "share", "3000", "--on", "vps", "-J", jump);
        refuses(sentence, "share", "3000", "--on", "practice", "-J", jump);
    }

    @Test
    void moreKeysThanAServerWouldTry() {
        String[] keys = {"-i", "a", "-i", "b", "-i", "c", "-i", "d"};
        for (String command : List.of("share 3000 --on vps", "servers add vps me@host")) {
            refuses(
                    "-i may be given up to three times",
                    Stream.concat(Stream.of(command.split(" ")), Stream.of(keys))
                            .toArray(String[]::new));
        }
    }

    @Test
    void aWayThatLeadsInARing() {
        assertThat(terminal.run("servers", "add", "vps", "me@host")).isZero();
        refuses("would lead past vps twice", "share", "3000", "--on", "vps", "-J", "vps");
    }

    @Test
    void aFolderInPlaceOfTheKnownHosts() {
        refuses(
                folder + " is a folder.",
                "share",
                "3000",
                "--on",
                "vps",
                "--known-hosts",
                folder.toString());
    }

    @Test
    void knownHostsThatMayNotBeRead() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "");
        Files.setPosixFilePermissions(hosts, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(hosts), "root may read everything");
        String sentence = "You may not read " + hosts;
        refuses(sentence, "share", "3000", "--on", "vps", "--known-hosts", hosts.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a:b", "a/b", " a", "a ", "a\u0007b", "a\u202eb"})
    void aServersNameThatCouldNotBeUsed(String name) {
        refuses("cannot be the name of a server", "servers", "add", name, "me@host");
        assertThat(terminal.run("servers", "add", "vps", "me@host")).isZero();
        refuses("cannot be the name of a server", "servers", "edit", "vps", "--rename", name);
    }

    @ParameterizedTest
    @CsvSource({
        "-J,''",
        "-J,' '",
        "--jump,','",
        "-J,'a,,b'",
        "-J,'gate,'",
        "--proxy,''",
        "--proxy,' '",
        "-i,''",
        "--config,''"
    })
    void aValueThatIsEmpty(String option, String value) {
        String sentence = option.equals("--jump") ? "-J" : option;
        refuses(sentence, "share", "3000", "--on", "me@vps", option, value);
        refuses(sentence, "servers", "add", "vps", "me@host", option, value);
        assertThat(Path.of("settings.lock")).doesNotExist();
    }

    @Test
    void knownHostsThatAreEmpty() {
        refuses("--known-hosts", "share", "3000", "--on", "me@vps", "--known-hosts", "");
        refuses("--known-hosts", "servers", "forget-key", "me@vps", "--known-hosts", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--public-address", "--link-template"})
    void nothingIsTakenBackFromAServerThatIsNew(String option) {
        refuses(option, "servers", "add", "vps", "me@host", option, "");
    }

    @Test
    void aJumpServerThatIsMissingBetweenTwoCommasIsNotTakenBack() {
        assertThat(terminal.run("servers", "add", "vps", "me@host")).isZero();
        refuses("-J", "servers", "edit", "vps", "-J", ",");
        refuses("-i", "servers", "edit", "vps", "-i", "");
        refuses("--config", "servers", "list", "--config", "");
    }

    @Test
    void aNameThatNobodyCouldRead() {
        for (String name : List.of("a\u001b[31m", "a\nb", "x".repeat(101))) {
            refuses("name", "share", "3000", "--on", "me@vps", "--name", name);
            refuses("name", "servers", "add", name, "me@host");
        }
    }
}
