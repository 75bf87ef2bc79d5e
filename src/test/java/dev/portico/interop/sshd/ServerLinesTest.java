package dev.portico.interop.sshd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portico.share.BadInput;
import dev.portico.share.PortRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;

class ServerLinesTest {
    static final String KEY =
            "ssh-ed25519"
                    + " AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
                    + " portico";

    @Test
    void aKeyForThisServerAloneListensAtLocalhostOnly() {
        assertThat(AuthorizedKeyLine.of(account("9000", false), KEY))
                .isEqualTo(
                        "restrict,port-forwarding,permitlisten=\"localhost:9000\","
                                + "permitopen=\"127.0.0.1:9000\",command=\"/bin/false\" "
                                + KEY);
    }

    @Test
    void aKeyForEveryoneListensAtAnyAddress() {
        assertThat(AuthorizedKeyLine.of(account("9000-9001", true), KEY))
                .startsWith(
                        "restrict,port-forwarding,"
                                + "permitlisten=\"9000\",permitopen=\"127.0.0.1:9000\","
                                + "permitlisten=\"9001\",permitopen=\"127.0.0.1:9001\",command=")
                .endsWith(" " + KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ssh-ed25519",
                "ssh-ed25519 AAAA",
                "ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
                "command=\"sh\" ssh-ed25519"
                        + " AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9ok",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
                        + " a\n"
                        + "b",
                "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
                        + " \"",
                "ssh-ed25519"
                    + " AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl\r\n"
                    + "x",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA"
            })
    void whatIsNoPublicKeyIsRefused(String text) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> AuthorizedKeyLine.of(account("9000", true), text));
    }

    @Test
    void aPrivateKeyIsCalledWhatItIs() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> AuthorizedKeyLine.checkedKey("-----BEGIN PRIVATE KEY-----"))
                .satisfies(bad -> assertThat(bad.title(Locale.ENGLISH)).contains("private key"));
    }

    @Test
    void theBlockNamesEachPort() {
        assertThat(SshdConfigBlock.of(account("9000-9001", false)).lines())
                .startsWith("Match User tunnel")
                .contains(
                        "    PermitListen localhost:9000 localhost:9001",
                        "    PermitOpen 127.0.0.1:9000 127.0.0.1:9001",
                        "    GatewayPorts no",
                        "    ForceCommand /bin/false");
        assertThat(SshdConfigBlock.of(account("9000", true)).lines())
                .contains("    PermitListen 9000", "    GatewayPorts clientspecified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "root", "a b", "*", "a,b", "!a", "-a", "ä", "a\nb", "a;b", "a/b"})
    void anAccountHasAPlainNameAndIsNotRoot(String user) {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new TunnelAccount(user, List.of(9000), true));
    }

    @Test
    void anAccountHasSomePortsAndNotTooMany() {
        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> account("9000-9100", true));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new TunnelAccount("tunnel", List.of(), true));
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> new TunnelAccount("tunnel", List.of(65536), true));
    }

    @Test
    void portsSideBySideAreOneRange() {
        assertThat(new TunnelAccount("tunnel", List.of(9002, 80, 9001, 9001), true).ranges())
                .containsExactly(new PortRange(80, 80), new PortRange(9001, 9002));
    }

    @Test
    void eachFirewallHasItsOwnWordForARange() {
        PortRange ports = PortRange.parse("9000-9009");
        assertThat(FirewallLines.UFW.open(ports)).containsExactly("ufw allow 9000:9009/tcp");
        assertThat(FirewallLines.FIREWALLD.open(ports))
                .containsExactly(
                        "firewall-cmd --permanent --add-port=9000-9009/tcp",
                        "firewall-cmd --reload");
        assertThat(FirewallLines.NFT.open(ports))
                .containsExactly(
                        "nft insert rule inet filter input tcp dport 9000-9009 accept"
                                + " comment '\"portico 9000-9009\"'");
        assertThat(FirewallLines.IPTABLES.open(ports))
                .containsExactly(
                        "iptables -I INPUT -p tcp --dport 9000:9009 -j ACCEPT",
                        "ip6tables -I INPUT -p tcp --dport 9000:9009 -j ACCEPT");
    }

    @ParameterizedTest
    @EnumSource
    void whatOpensAPortHasAWayBack(FirewallLines firewall) {
        PortRange port = new PortRange(9000, 9000);
        assertThat(firewall.open(port))
                .allSatisfy(line -> assertThat(line).contains(program(line)));
        assertThat(firewall.close(port))
                .hasSameSizeAs(firewall.open(port))
                .isNotEqualTo(firewall.open(port));
    }

    private static String program(String line) {
        return line.substring(0, line.indexOf(' '));
    }

    static TunnelAccount account(String ports, boolean everyone) {
        return new TunnelAccount("tunnel", PortRange.parse(ports), everyone);
    }
}
