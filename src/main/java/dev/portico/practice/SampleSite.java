package dev.portico.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Something to share when nothing else runs: one page on 127.0.0.1, and `/bytes/N` for N bytes
/// that do not compress, to try how fast a way is.
final class SampleSite implements AutoCloseable {
    private static final int BACKLOG = 100;

    private final HttpServer http;
    private final ExecutorService threads;
    private final SamplePage page;

    private SampleSite(HttpServer http, ExecutorService threads, SamplePage page) {
        this.http = http;
        this.threads = threads;
        this.page = page;
    }

    static SampleSite start() throws IOException {
        HttpServer http =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), BACKLOG);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        SamplePage page = SamplePage.ofThisComputer(Clock.system(ZoneId.systemDefault()));
        SampleSite site = new SampleSite(http, threads, page);
        http.setExecutor(threads);
        http.createContext("/", site::answer);
        // its threads are daemons only if the one that starts them is
        Thread starter = Thread.ofPlatform().daemon().start(http::start);
        try {
            starter.join();
        } catch (InterruptedException e) {
            site.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the sample site started", e);
        }
        return site;
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, page.notFound(visit(exchange)));
            } else if (path.equals("/")) {
                send(exchange, 200, page.welcome(visit(exchange)));
            } else {
                SampleBytes.size(path)
                        .ifPresentOrElse(
                                size -> sendBytes(exchange, size),
                                () -> send(exchange, 404, page.notFound(visit(exchange))));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private SamplePage.Visit visit(HttpExchange exchange) {
        var headers = exchange.getRequestHeaders();
        return SamplePage.Visit.of(
                headers.getFirst("Host"), headers.getFirst("Accept-Language"), port());
    }

    private static void send(HttpExchange exchange, int status, SamplePage.Text text) {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Language", text.language());
        headers.set("Vary", "Accept-Language");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        byte[] html = text.html().getBytes(StandardCharsets.UTF_8);
        send(exchange, status, html.length, body -> body.write(html));
    }

    private static void sendBytes(HttpExchange exchange, int size) {
        exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
        send(exchange, 200, size, body -> SampleBytes.write(size, body));
    }

    @FunctionalInterface
    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private static void send(HttpExchange exchange, int status, int length, Body body) {
        var headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        try {
            if (head) {
                headers.set("Content-Length", String.valueOf(length));
            }
            exchange.sendResponseHeaders(status, head || length == 0 ? -1 : length);
            if (!head) {
                body.writeTo(exchange.getResponseBody());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
