package dev.portico.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the system says of a process and all that it has started.
record ProcessFigures(double cpuSeconds, double residentMegabytes, int threads) {
    private static final double TICKS_PER_SECOND = 100;
    private static final int UTIME_AFTER_NAME = 11;

    static ProcessFigures of(ProcessHandle process) throws Unmeasured {
        double cpu = 0;
        double resident = 0;
        int threads = 0;
        List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
        for (ProcessHandle each : all) {
            Path folder = Path.of("/proc/" + each.pid());
            try {
                cpu += cpu(Files.readString(folder.resolve("stat")));
                for (String line : Files.readAllLines(folder.resolve("status"))) {
                    resident += line.startsWith("VmRSS:") ? number(line) / 1024.0 : 0;
                    threads += line.startsWith("Threads:") ? (int) number(line) : 0;
                }
            } catch (IOException e) {
                throw new Unmeasured("process " + each.pid() + " cannot be looked at: " + e);
            }
        }
        return new ProcessFigures(cpu, resident, threads);
    }

    /// User and system time of its own and of its children that have ended.
    private static double cpu(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int i = UTIME_AFTER_NAME; i < UTIME_AFTER_NAME + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("\\D+", ""));
    }
}
