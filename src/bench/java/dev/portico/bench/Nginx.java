package dev.portico.bench;

import dev.portico.fixture.Await;
import dev.portico.fixture.Commands;
import dev.portico.fixture.Listening;
import dev.portico.fixture.LocalServices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A private `nginx` with one worker that gives the same answer to everything.
final class Nginx implements AutoCloseable {
    private static final Pattern VERSION = Pattern.compile("nginx/([\\d.]+)");
    private static final String CONFIG =
            """
            daemon off;
            worker_processes 1;
            worker_rlimit_nofile 8192;
            pid nginx.pid;
            error_log error.log;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              default_type text/plain;
              keepalive_requests 1000000000;
              keepalive_timeout 1h;
              server {
                listen %s:%d backlog=4096;
                location / { return 200 "%s"; }
              }
            }
            """;

    private final Path program;
    private final Path folder;
    private final int port;
    private final Process process;

    Nginx(Path program, Path folder) throws IOException {
        this.program = program;
        this.folder = Files.createDirectories(folder);
        this.port = LocalServices.unusedPort();
        String config = CONFIG.formatted(Settings.LOOPBACK, port, HttpPeer.BODY);
        Path file = Files.writeString(folder.resolve("nginx.conf"), config);
        List<String> command =
                List.of(
                        program.toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-p",
                        folder + "/",
                        "-c",
                        file.toString());
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output").toFile())
                        .start();
        awaitListening();
    }

    private void awaitListening() throws IOException {
        try {
            Await.until(
                    Settings.PATIENCE,
                    "nginx to listen",
                    () -> !process.isAlive() || Listening.on(port));
        } catch (AssertionError e) {
            close();
            throw new IOException(e);
        }
        if (!process.isAlive()) {
            throw new IOException(
                    "nginx does not start: " + Files.readString(folder.resolve("output")));
        }
    }

    int port() {
        return port;
    }

    String name() {
        Matcher version = VERSION.matcher(Commands.run(program.toString(), "-v").output());
        return version.find() ? "nginx " + version.group(1) : "nginx";
    }

    @Override
    public void close() {
        List<ProcessHandle> workers = process.descendants().toList();
        Processes.end(process); // it takes its worker with it
        workers.forEach(ProcessHandle::destroyForcibly);
    }
}
