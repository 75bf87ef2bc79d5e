package dev.portico.bench;

import dev.portico.fixture.Await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One running contender with its three shares. What it prints goes into a file, so that nobody
/// spends time on reading it.
final class Client implements AutoCloseable {
    private static final String HERE = Settings.LOOPBACK;
    private static final Pattern PORTICO_OPENED =
            Pattern.compile("\"event\":\"open\".*?\"port\":(\\d+).*?\"target\":\"[^\"]*:(\\d+)\"");
    private static final Pattern SSH_OPENED =
            Pattern.compile("Allocated port (\\d+) for remote forward to \\S+:(\\d+)");

    private final Service service;
    private final Process process;
    private final Map<Integer, Integer> ports = new HashMap<>();

    Client(Contender contender, Way way, Service service, Settings settings, Path folder)
            throws IOException, Unmeasured {
        this.service = service;
        boolean portico = contender == Contender.PORTICO;
        Path log = Files.createTempFile(folder, contender.label(), ".log");
        ProcessBuilder builder =
                new ProcessBuilder(portico ? portico(way, settings, folder) : ssh(way))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment()
                .put(
                        "PORTICO_JAVA",
                        Path.of(System.getProperty("java.home"), "bin/java").toString());
        process = builder.start();
        awaitOpen(log, portico ? PORTICO_OPENED : SSH_OPENED);
    }

    private List<String> portico(Way way, Settings settings, Path folder) {
        List<String> command =
                new ArrayList<>(
                        List.of(settings.layout().resolve("bin/portico").toString(), "share"));
        targets().forEach(port -> command.add(HERE + ":" + port));
        command.addAll(List.of("--on", way.user() + "@" + HERE + ":" + way.port(), "--json"));
        command.addAll(List.of("-i", way.key().toString()));
        command.addAll(List.of("--known-hosts", way.knownHosts().toString()));
        command.addAll(List.of("--config", folder.resolve("settings").toString()));
        return command;
    }

    private List<String> ssh(Way way) {
        List<String> command = new ArrayList<>(List.of("ssh", "-F", "none", "-N"));
        targets().forEach(p -> command.addAll(List.of("-R", HERE + ":0:" + HERE + ":" + p)));
        for (String option :
                List.of(
                        "ExitOnForwardFailure=yes",
                        "BatchMode=yes",
                        "IdentitiesOnly=yes",
                        "UserKnownHostsFile=" + way.knownHosts())) {
            command.addAll(List.of("-o", option));
        }
        command.addAll(List.of("-i", way.key().toString(), "-p", String.valueOf(way.port())));
        command.add(way.user() + "@" + HERE);
        return command;
    }

    private List<Integer> targets() {
        return List.of(service.main(), service.other(), service.web());
    }

    private void awaitOpen(Path log, Pattern opened) throws Unmeasured {
        try {
            Await.until(
                    Settings.PATIENCE,
                    "all shares to open",
                    () -> {
                        Matcher matcher = opened.matcher(read(log));
                        while (matcher.find()) {
                            ports.put(
                                    Integer.valueOf(matcher.group(2)),
                                    Integer.valueOf(matcher.group(1)));
                        }
                        return ports.keySet().containsAll(targets()) || !process.isAlive();
                    });
        } catch (AssertionError e) {
            close();
            throw new Unmeasured(e.getMessage());
        }
        if (!process.isAlive()) {
            throw new Unmeasured("the client ended: " + lastLine(log));
        }
    }

    private static String lastLine(Path log) {
        return read(log).lines().reduce("", (_, line) -> line);
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    int main() {
        return ports.get(service.main());
    }

    int other() {
        return ports.get(service.other());
    }

    int web() {
        return ports.get(service.web());
    }

    ProcessFigures figures() throws Unmeasured {
        return ProcessFigures.of(process.toHandle());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// A transfer, and what it cost this client per gigabyte.
    Reading carrying(Visitors visitors, String order) throws Unmeasured, InterruptedException {
        double before = figures().cpuSeconds();
        Reading reading = visitors.order(main(), order);
        double seconds = figures().cpuSeconds() - before;
        return reading.with("cpu", seconds / (reading.get("bytes") / 1e9));
    }

    @Override
    public void close() {
        Processes.end(process);
    }
}
