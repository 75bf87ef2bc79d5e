package dev.portico.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import dev.portico.fixture.LocalServices;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The service on this computer: whether it answers, and under the name that visitors use.
class LocalServiceTest {
    private static final Server SERVER =
            new Server("vps", "demo.example.com", 22, "me", new SignIn.Automatic());

    @Test
    void aServiceThatIsDownIsSaidToBe() throws Exception {
        Finding finding = LocalServiceCheck.look(wish(LocalServices.unusedPort()));
        assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(finding.title(Locale.ENGLISH)).startsWith("Nothing listens on 127.0.0.1:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Blocked request. This host (\"demo.example.com\") is not allowed.|refused-vite"
                        + "|server: { allowedHosts: ['demo.example.com'] }",
                "Invalid Host header|refused-webpack"
                        + "|devServer: { allowedHosts: ['demo.example.com'] }",
                "DisallowedHost at /|refused-django"
                        + "|ALLOWED_HOSTS = ['localhost', '127.0.0.1', 'demo.example.com']",
                "Blocked hosts: demo.example.com|refused-rails|config.hosts << 'demo.example.com'",
                "no|refused-unknown|"
            })
    void aNameThatIsRefusedComesWithItsSetting(String words, String why, String line)
            throws Exception {
        HttpServer http = strict(words);
        try {
            Wish wish = wish(http.getAddress().getPort());
            Finding finding = HostHeaderCheck.look(wish, "demo.example.com:9000");
            assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(finding.why()).isEqualTo(why);
            assertThat(finding.lines()).isEqualTo(line == null ? "" : line);
        } finally {
            http.stop(0);
        }
    }

    @Test
    void aServiceThatTakesEachNamePasses() {
        try (LocalServices.Service service = LocalServices.http("hello".getBytes())) {
            Finding finding = HostHeaderCheck.look(wish(service.port()), "demo.example.com:9000");
            assertThat(finding.outcome()).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void whatIsNoWebServiceIsLeftAlone() {
        try (LocalServices.Service service = LocalServices.echo()) {
            Finding finding = HostHeaderCheck.look(wish(service.port()), "demo.example.com:9000");
            assertThat(finding.outcome()).isEqualTo(Outcome.SKIPPED);
        }
    }

    private static Wish wish(int port) {
        Target target = new Target.Tcp("127.0.0.1", port);
        return Wish.of(SERVER, new Share("web", target, List.of("vps"), 0, "*", false, true));
    }

    private static HttpServer strict(String words) throws Exception {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        HttpServer http = HttpServer.create(new InetSocketAddress(here, 0), 10);
        http.createContext(
                "/",
                exchange -> {
                    boolean known =
                            exchange.getRequestHeaders().getFirst("Host").startsWith("127.");
                    byte[] body = (known ? "hello" : words).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(known ? 200 : 403, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        http.start();
        return http;
    }
}
