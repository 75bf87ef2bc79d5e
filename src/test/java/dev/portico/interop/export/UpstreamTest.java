package dev.portico.interop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.fixture.KeptShare;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealNginx;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.RequiresSshd;
import dev.portico.share.Asker;
import dev.portico.share.BadInput;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// One service through several servers, with nginx in front of them.
class UpstreamTest {
    private static final int REQUESTS = 200;
    private static final String HERE = "127.0.0.1";

    @TempDir Path folder;

    @Test
    @RequiresSshd
    void visitsAreSpreadAndNoneFailsWhenOneShareStops() throws Exception {
        RealNginx.require();
        try (RealSshd first = RealSshd.start();
                RealSshd second = RealSshd.start();
                LocalServices.Service service = LocalServices.http("hello".getBytes());
                KeptShare one = kept("one", first, service.target());
                KeptShare two = kept("two", second, service.target())) {
            int portOne = one.opens();
            int portTwo = two.opens();
            int port = LocalServices.unusedPort();
            String site =
                    upstream(
                                    Map.of("one", first.server(), "two", second.server()),
                                    share("one", portOne, "localhost"),
                                    share("two", portTwo, "localhost"))
                            .replaceFirst(
                                    "listen 80 default_server;",
                                    "listen " + HERE + ":" + port + ";")
                            .replaceFirst("listen \\[::]:80 default_server;", "");
            try (RealNginx nginx = new RealNginx(folder, site, port)) {
                assertThat(answers(port, REQUESTS, one::close)).hasSize(REQUESTS).containsOnly(200);
                String both = String.join("\n", nginx.visits());
                assertThat(both).contains(HERE + ":" + portOne, HERE + ":" + portTwo);
                long byOne = nginx.visits().stream().filter(it -> it.equals(only(portOne))).count();
                long byTwo = nginx.visits().stream().filter(it -> it.equals(only(portTwo))).count();
                System.out.println(
                        "nginx: "
                                + byOne
                                + " by the first, "
                                + byTwo
                                + " by the second alone, "
                                + (nginx.visits().size() - byOne - byTwo)
                                + " passed on");
                assertThat(byOne).isBetween(REQUESTS / 8L, REQUESTS / 2L);
                assertThat(byTwo).isGreaterThan(REQUESTS / 2L);
                assertThat(answers(port, 20, () -> {})).containsOnly(200);
            }
        }
    }

    @Test
    void eachServerIsAMemberByItsPublicPlace() {
        String site =
                upstream(
                        Map.of("one", server("a.example.com"), "two", server("2001:db8::2")),
                        share("one", 8080, "*"),
                        share("two", 8081, ""));
        assertThat(site)
                .contains(
                        "upstream portico_one {",
                        "    server a.example.com:8080 max_fails=1 fail_timeout=5s;\n",
                        "    server [2001:db8::2]:8081 max_fails=1 fail_timeout=5s;\n",
                        "proxy_pass http://portico_one;",
                        "proxy_set_header Upgrade $http_upgrade;")
                .doesNotContain("non_idempotent", "auth_basic", "ssl");
    }

    @Test
    void aNameOfItsOwnIsAnsweredByHttps() {
        Export.Wishes wishes =
                new Export.Wishes(Optional.empty(), true, Optional.of("www.example.com"), _ -> "");
        assertThat(upstream(wishes, Map.of("one", server("h")), share("one", 8080, "*")))
                .contains(
                        "    listen 443 ssl;\n",
                        "    server_name www.example.com;\n",
                        "        auth_basic \"Portico\";\n");
    }

    @Test
    void whatCannotBeReachedFromOutsideIsNoMember() {
        assertThatThrownBy(
                        () ->
                                upstream(
                                        Map.of("one", server("a"), "two", server("b")),
                                        share("one", 8080, "*"),
                                        share("two", 8081, "localhost")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("two can be opened on its server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a;b", "a\n}", "x{"})
    void aPlaceThatWouldBreakOutIsRefused(String host) {
        Export.Wishes wishes = wishes(Optional.of(host));
        assertThatThrownBy(
                        () -> upstream(wishes, Map.of("one", server("h")), share("one", 80, "*")))
                .isInstanceOf(BadInput.class);
    }

    private static KeptShare kept(String name, RealSshd sshd, Target target) {
        Share share = new Share(name, target, sshd.server().name(), 0, "localhost");
        return new KeptShare(sshd.server(), share, Asker.NOBODY);
    }

    private static String only(int port) {
        return "200 200 " + HERE + ":" + port;
    }

    /// Half of the answers have come when the rest of them meets something.
    private static List<Integer> answers(int port, int count, Runnable meanwhile) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + HERE + ":" + port + "/"))
                        .timeout(Duration.ofSeconds(30))
                        .build();
        CountDownLatch half = new CountDownLatch(count / 2);
        try (HttpClient client = HttpClient.newHttpClient();
                ExecutorService visitors = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers =
                    IntStream.range(0, count)
                            .mapToObj(
                                    _ ->
                                            visitors.submit(
                                                    () -> {
                                                        int status =
                                                                client.send(
                                                                                request,
                                                                                HttpResponse
                                                                                        .BodyHandlers
                                                                                        .ofString())
                                                                        .statusCode();
                                                        half.countDown();
                                                        return status;
                                                    }))
                            .toList();
            half.await();
            meanwhile.run();
            List<Integer> all = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }

    private static Server server(String host) {
        return new Server("s " + host, host, 22, "me", new SignIn.Automatic());
    }

    /// Through a server of the same name.
    private static Share share(String name, int port, String bind) {
        return new Share(name, Target.parse("3000"), name, port, bind);
    }

    private static Export.Wishes wishes(Optional<String> site) {
        return new Export.Wishes(Optional.empty(), false, site, _ -> "");
    }

    private static String upstream(Map<String, Server> servers, Share... shares) {
        return upstream(wishes(Optional.empty()), servers, shares);
    }

    private static String upstream(
            Export.Wishes wishes, Map<String, Server> servers, Share... shares) {
        try {
            return new Export(
                            List.of(shares),
                            List.of(),
                            name -> Optional.ofNullable(servers.get(name)),
                            Alias.each(List.of()),
                            wishes,
                            _ -> "")
                    .text(ExportForm.NGINX_UPSTREAM);
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }
}
