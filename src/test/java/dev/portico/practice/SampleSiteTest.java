package dev.portico.practice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

class SampleSiteTest {
    private final HttpClient visitor = HttpClient.newHttpClient();
    private SampleSite site;

    @BeforeEach
    void start() throws IOException {
        site = SampleSite.start();
    }

    @AfterEach
    void close() {
        visitor.close();
        site.close();
    }

    @Test
    void saysWhatTheVisitorIsLookingAt() throws Exception {
        var page = get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .startsWith("<!DOCTYPE html>")
                .contains("You are looking at a page served by", "through SSH")
                .contains("127.0.0.1:" + site.port())
                .doesNotContain("${");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void loadsNothingFromElsewhere() throws Exception {
        assertThat(get("/").body())
                .doesNotContain("http://", "https://", "src=", "<script", "@import", "url(", "<a ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8|zh-CN",
                "zh|zh-CN",
                "zh-Hans-SG|zh-CN",
                "de,en;q=0.5|en",
                "de|en",
                "en-GB,zh;q=0.1|en",
                ";;;|en"
            })
    void speaksTheVisitorsLanguage(String accepted, String spoken) throws Exception {
        var page = send(request("/").header("Accept-Language", accepted));
        assertThat(page.headers().firstValue("Content-Language")).contains(spoken);
        assertThat(page.body()).contains("lang=\"" + spoken + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/bytes/", "/bytes/x", "/bytes/100000001", "/bytes/-1"})
    void saysSoWhenThereIsNoSuchPage(String path) throws Exception {
        var page = get(path);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such page").doesNotContain("${");
    }

    @Test
    void answersHeadWithTheSameLengthAndNoBody() throws Exception {
        var head = send(request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0))
                .isEqualTo(get("/").body().getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void takesNothingButGetAndHead() throws Exception {
        var refused = send(request("/").POST(HttpRequest.BodyPublishers.ofString("x")));
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 3_000_000})
    void servesAsManyBytesAsAskedFor(int size) throws Exception {
        var request = request("/bytes/" + size).build();
        byte[] first = visitor.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        byte[] again = visitor.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        assertThat(first).hasSize(size).isEqualTo(again);
    }

    @Test
    void showsTheHostOfTheRequestWithoutRunningIt() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.port())) {
            String request =
                    "GET / HTTP/1.1\r\nHost: <b>${time}$1\\</b>\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(
                            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                    .toLowerCase(Locale.ROOT))
                    .contains("200 ok", "&lt;b&gt;${time}$1\\&lt;/b&gt;")
                    .doesNotContain("<b>$");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + site.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return visitor.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
