package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.Asker;
import dev.portico.share.Keyring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class ServersForgetTest {
    private static final Keyring.Entry PASSWORD =
            new Keyring.Entry(Asker.Secret.PASSWORD, "me@host:2222");
    private static final Keyring.Entry PASSPHRASE =
            new Keyring.Entry(Asker.Secret.PASSPHRASE, "/keys/tunnel");

    @TempDir Path folder;

    @Test
    void whatWasSavedForASavedServerIsForgotten() {
        Terminal terminal = new Terminal(folder);
        terminal.run("servers", "add", "vps", "me@host:2222", "-i", "/keys/tunnel");
        terminal.keyring.secrets().put(PASSWORD, "a");
        terminal.keyring.secrets().put(PASSPHRASE, "b");
        terminal.out.reset();
        assertThat(terminal.run("servers", "forget", "vps")).isZero();
        assertThat(terminal.keyring.secrets()).isEmpty();
        assertThat(terminal.run("servers", "forget", "vps")).isZero();
        assertThat(terminal.said())
                .isEqualTo("What was saved for vps is forgotten.\nNothing was saved for vps.\n");
    }

    @Test
    void removingAServerForgetsWhatWasSavedForIt() {
        Terminal terminal = new Terminal(folder);
        terminal.run("servers", "add", "vps", "me@host:2222", "-i", "/keys/tunnel");
        terminal.run("servers", "add", "plain", "me@other");
        terminal.keyring.secrets().put(PASSWORD, "a");
        terminal.keyring.secrets().put(PASSPHRASE, "b");
        terminal.out.reset();
        assertThat(terminal.run("servers", "remove", "vps")).isZero();
        assertThat(terminal.run("servers", "remove", "plain")).isZero();
        assertThat(terminal.keyring.secrets()).isEmpty();
        assertThat(terminal.said())
                .isEqualTo("Removed vps.\nWhat was saved for vps is forgotten.\nRemoved plain.\n");
    }

    @Test
    void whatAnotherSavedServerNeedsStays() {
        Terminal terminal = new Terminal(folder);
        terminal.run("servers", "add", "vps", "me@host:2222", "-i", "/keys/tunnel");
        terminal.run("servers", "add", "nas", "me@nas", "-i", "/keys/tunnel");
        terminal.keyring.secrets().put(PASSWORD, "a");
        terminal.keyring.secrets().put(PASSPHRASE, "b");
        assertThat(terminal.run("servers", "remove", "vps")).isZero();
        assertThat(terminal.keyring.secrets()).containsOnlyKeys(PASSPHRASE);
    }

    @Test
    void thePasswordOfItsProxyGoesToo() {
        Terminal terminal = new Terminal(folder);
        terminal.run("servers", "add", "vps", "me@host", "--proxy", "socks5://you@proxy:1080");
        terminal.keyring
                .secrets()
                .put(new Keyring.Entry(Asker.Secret.PROXY_PASSWORD, "you@proxy:1080"), "c");
        assertThat(terminal.run("servers", "remove", "vps")).isZero();
        assertThat(terminal.keyring.secrets()).isEmpty();
    }

    @Test
    void anAddressWillDo() {
        Terminal terminal = new Terminal(folder);
        terminal.keyring.secrets().put(PASSWORD, "a");
        assertThat(terminal.run("servers", "forget", "me@host:2222")).isZero();
        assertThat(terminal.keyring.secrets()).isEmpty();
    }

    @Test
    void thePassphraseOfAKeyThatWasGivenWithAnAddressGoesToo() {
        Terminal terminal = new Terminal(folder);
        terminal.keyring.secrets().put(PASSPHRASE, "b");
        terminal.run("servers", "forget", "me@host:2222", "-i", "/keys/tunnel");
        assertThat(terminal.keyring.secrets()).isEmpty();
    }

    @Test
    void aNameThatNobodySavedIsWrongUsage() {
        assertThat(new Terminal(folder).run("servers", "forget", "nas")).isEqualTo(2);
    }

    @Test
    void aWordWithoutAnythingToForgetIsWrongUsageForTheKeyToo() {
        Terminal terminal = new Terminal(folder);
        terminal.forgettable = 0;
        assertThat(terminal.run("servers", "forget-key", "nas")).isEqualTo(2);
        assertThat(terminal.complained()).contains("no saved server named nas");
        assertThat(terminal.run("servers", "forget-key", "me@nas")).isZero();
        terminal.forgettable = 1;
        assertThat(terminal.run("servers", "forget-key", "nas")).isZero();
    }
}
