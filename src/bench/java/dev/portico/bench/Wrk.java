package dev.portico.bench;

import dev.portico.fixture.Commands;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The load generator `wrk`, on one thread. Its percentiles stand also for the requests that it
/// would have made while it waited for an answer that was late.
record Wrk(Path program) {
    private static final Pattern VERSION = Pattern.compile("wrk\\D*(\\d+(?:\\.\\d+)+)");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern TIME =
            Pattern.compile("(?m)^\\s+(50|99)%\\s+([\\d.]+)(us|ms|s)\\s*$");
    private static final Pattern BROKEN =
            Pattern.compile("(?:Socket errors|Non-2xx or 3xx responses):.*");

    String name() {
        Matcher version = VERSION.matcher(Commands.run(program.toString(), "-v").output());
        return version.find() ? "wrk " + version.group(1) : "wrk";
    }

    /// Requests per second, median and 99th percentile in microseconds.
    Reading run(int port, Load load) throws Unmeasured {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-t1", "--latency"));
        command.addAll(List.of("-c" + load.connections(), "-d" + load.seconds() + "s"));
        if (load.close()) {
            command.addAll(List.of("-H", "Connection: close"));
        }
        command.add("http://" + Settings.LOOPBACK + ":" + port + "/");
        Commands.Result result = Commands.run(command);
        if (result.exitCode() != 0) {
            throw new Unmeasured("wrk ended with " + result);
        }
        return read(result.output());
    }

    static Reading read(String output) throws Unmeasured {
        Matcher broken = BROKEN.matcher(output);
        if (broken.find()) {
            throw new Unmeasured("wrk: " + broken.group());
        }
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || Double.parseDouble(rate.group(1)) == 0) {
            throw new Unmeasured("not one request was answered");
        }
        Reading reading = Reading.of("value", Double.parseDouble(rate.group(1)));
        Matcher time = TIME.matcher(output);
        while (time.find()) {
            double number = Double.parseDouble(time.group(2)) * micros(time.group(3));
            reading = reading.with("p" + time.group(1), number);
        }
        if (reading.numbers().size() < 3) {
            throw new Unmeasured("wrk does not say how long requests took");
        }
        return reading;
    }

    private static double micros(String unit) {
        return switch (unit) {
            case "us" -> 1;
            case "ms" -> 1e3;
            default -> 1e6;
        };
    }
}
