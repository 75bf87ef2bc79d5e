package dev.portico.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.share.SignIn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

class SshLineTest {

    @ParameterizedTest
    @CsvSource({
        "ssh -R 8080:localhost:3000 me@vps, me@vps:22, 8080, localhost:3000",
        "ssh -N -R 8080:localhost:3000 -p 2222 user@host, user@host:2222, 8080, localhost:3000",
        "ssh me@vps -NfTR 0:nas:80, me@vps:22, 0, nas:80",
        "ssh -p2222 -R8080:[::1]:80 -l me vps, me@vps:2222, 8080, [::1]:80",
        "$ /usr/bin/ssh -R '8080:localhost:80' \"me@vps\" &, me@vps:22, 8080, localhost:80",
        "autossh -M 0 -o Port=2022 -o 'RemoteForward 80 localhost:81' me@h, me@h:2022, 80,"
                + " localhost:81",
        "ssh -R 80:localhost:81 me@2001:db8::7, me@[2001:db8::7]:22, 80, localhost:81",
        "ssh -R 80:localhost:81 \\ me@h:2022, me@h:2022, 80, localhost:81",
    })
    void readsWhatSshReads(String line, String server, int port, String target) {
        assertThat(SshLine.isOne(line)).isTrue();
        SshLine.Understood read = understood(line);
        assertThat(read.server().address()).isEqualTo(server);
        assertThat(read.forwards())
                .singleElement()
                .satisfies(
                        forward -> {
                            assertThat(forward.port()).contains(port);
                            assertThat(forward.target().text()).isEqualTo(target);
                        });
    }

    @Test
    void readsAllForwardsKeysAndJumpsAndSaysWhatItIgnores() {
        SshLine.Understood read =
                understood(
                        "ssh -N -o ServerAliveInterval=30 -i /k -J gate,b@inner"
                                + " -R *:80:localhost:81 -R 82:cam:83 me@h uptime -a");
        assertThat(read.forwards()).hasSize(2);
        assertThat(read.forwards().getFirst().bind()).contains("*");
        assertThat(read.ignored()).containsExactly("-N", "ServerAliveInterval", "uptime", "-a");
        assertThat(read.server().signIn()).isEqualTo(new SignIn.KeyFiles(List.of(Path.of("/k"))));
        assertThat(read.server().way().jumps()).containsExactly("gate", "b@inner");
    }

    @ParameterizedTest
    @CsvSource({
        "ssh -L 8080:localhost:80 me@h, 4, 2, -L leads the other way",
        "ssh -D 1080 me@h, 4, 2, -D leads the other way",
        "ssh -N me@h, 11, 0, no -R",
        "ssh -R 80:localhost:80, 22, 0, no server",
        "ssh -R 99999:localhost:80 me@h, 7, 18, 1 to 65535",
        "ssh -R 80:localhost:80 me@h; rm -r x, 27, 1, shell",
        "ssh -R 80:localhost:80 $HOST, 23, 1, shell",
        "ssh -R '80:localhost:80 me@h, 7, 1, quote",
        "ssh -R 80:localhost:80 -p, 23, 2, without a value",
        "ssh -R 1080 me@h, 7, 4, -R 8080:localhost:3000",
        "ssh -R 80:localhost:80 -o ProxyCommand=nc me@h, 26, 15, ProxyCommand",
        "ssh -R 80:localhost:80 @h, 23, 2, user",
        "ssh -l 'a b' -R 80:localhost:80 h, 7, 5, user",
        "ssh -o User=-x -R 80:localhost:80 h, 7, 7, user",
        "ssh -i %d/key -R 80:localhost:80 h, 7, 6, percent sign",
        "ssh -R 80:localhost:80 'me@[x:y]', 23, 10, host",
    })
    void saysWhereItIsWrong(String line, int offset, int length, String words) {
        SshLine.Wrong wrong = wrong(line);
        assertThat(wrong.offset()).isEqualTo(offset);
        assertThat(wrong.length()).isEqualTo(length);
        assertThat(wrong.why().title(Locale.ENGLISH)).contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "ssh -R localhost:80:8080 me@h, ssh -R 8080:localhost:80 me@h",
        "ssh -R localhost:80:8080:me@h, ssh -R 8080:localhost:80 me@h",
        "ssh -R localhost:80:8080: me@h, ssh -R 8080:localhost:80 me@h",
    })
    void offersTheRightOrder(String line, String better) {
        SshLine.Wrong wrong = wrong(line);
        assertThat(wrong.offset()).isEqualTo(7);
        assertThat(wrong.length()).isEqualTo("localhost:80:".length());
        assertThat(wrong.better()).contains(better);
        assertThat(SshLine.parse(better)).isInstanceOf(SshLine.Understood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8080", "nas:80", "sshd:22", "ssh:22", "unix:/run/ssh"})
    void aTargetIsNoLine(String text) {
        assertThat(SshLine.isOne(text)).isFalse();
    }

    @Test
    void aSavedServerIsMeantByItsAddressOrItsName() {
        SshLine.Understood full = understood("ssh -R 80:localhost:80 -p 2222 me@vps.example.com");
        assertThat(full.means(full.server().withName("vps"))).isTrue();
        assertThat(full.means(full.server().at("vps.example.com", 22, "me"))).isFalse();
        assertThat(full.means(full.server().at("vps.example.com", 2222, "you"))).isFalse();

        SshLine.Understood named = understood("ssh -R 80:localhost:80 vps");
        assertThat(named.means(full.server().withName("vps"))).isTrue();
        assertThat(named.means(full.server().withName("other"))).isFalse();
    }

    private static SshLine.Understood understood(String line) {
        return switch (SshLine.parse(line)) {
            case SshLine.Understood read -> read;
            case SshLine.Wrong wrong -> throw new AssertionError(line + ": " + wrong);
        };
    }

    private static SshLine.Wrong wrong(String line) {
        return switch (SshLine.parse(line)) {
            case SshLine.Understood read -> throw new AssertionError(line + ": " + read);
            case SshLine.Wrong wrong -> wrong;
        };
    }
}
