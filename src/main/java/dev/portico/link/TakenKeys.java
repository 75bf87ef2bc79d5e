package dev.portico.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The host keys that were taken in this run, by the file that they belong in: they hold whatever
/// becomes of the file, until they are forgotten on purpose. Thread-safe.
final class TakenKeys {
    private final Map<Path, List<KnownHost>> taken = new HashMap<>();

    synchronized void hold(Path file, KnownHost line) {
        taken.computeIfAbsent(whole(file), _ -> new ArrayList<>()).add(line);
    }

    synchronized List<KnownHost> in(Path file) {
        return List.copyOf(taken.getOrDefault(whole(file), List.of()));
    }

    /// @param host as it stands in known_hosts
    /// @return how many were held
    synchronized int forget(Path file, String host) {
        List<KnownHost> lines = taken.getOrDefault(whole(file), new ArrayList<>());
        int before = lines.size();
        lines.removeIf(line -> line.isOf(host));
        return before - lines.size();
    }

    private static Path whole(Path file) {
        return file.toAbsolutePath().normalize();
    }
}
