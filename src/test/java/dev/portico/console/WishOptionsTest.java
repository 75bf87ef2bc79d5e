package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.share.BadInput;
import dev.portico.share.ProxyHeader;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

class WishOptionsTest {
    private static final Server SERVER =
            new Server("vps", "example.com", 22, "me", new SignIn.Automatic());

    @Test
    void theTargetIsToldOfVisitorsWhenAskedFor() {
        assertThat(header("80")).isEqualTo(ProxyHeader.NONE);
        assertThat(header("80", "--proxy-protocol", "v1")).isEqualTo(ProxyHeader.V1);
        assertThat(header("80", "--proxy-protocol=v2")).isEqualTo(ProxyHeader.V2);
    }

    @Test
    void anUnknownVersionIsRefusedBeforeAnythingOpens() {
        WishOptions options = options("80", "--proxy-protocol", "v3");
        assertThatThrownBy(options::check).isInstanceOf(BadInput.class).hasMessageContaining("v3");
    }

    private static ProxyHeader header(String... words) {
        WishOptions options = options(words);
        options.check();
        return options.shares(SERVER).getFirst().proxyHeader();
    }

    private static WishOptions options(String... words) {
        return CommandLine.populateCommand(new WishOptions(), words);
    }
}
