package dev.portico.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Copies of the last good files, `settings.1.json` the newest. They stand in when the file itself
/// is damaged, so they never share its bytes on the disk.
final class Generations {
    private final Disk disk;
    private final Path temp;
    private final List<Path> files;

    Generations(Disk disk, Path folder, Path temp) {
        this.disk = disk;
        this.temp = temp;
        this.files =
                List.of("settings.1.json", "settings.2.json", "settings.3.json").stream()
                        .map(folder::resolve)
                        .toList();
    }

    List<Path> newestFirst() {
        return files;
    }

    /// Losing a copy is no reason to call a good save bad.
    void add(byte[] bytes) {
        try {
            Optional<byte[]> newest = disk.read(files.getFirst());
            if (newest.isPresent() && Arrays.equals(newest.get(), bytes)) {
                return;
            }
            for (int i = files.size() - 1; i > 0; i--) {
                if (disk.read(files.get(i - 1)).isPresent()) {
                    disk.replace(files.get(i - 1), files.get(i));
                }
            }
            disk.write(temp, bytes);
            disk.replace(temp, files.getFirst());
        } catch (IOException e) {
            System.getLogger(Generations.class.getName())
                    .log(System.Logger.Level.DEBUG, "no copy of the settings was kept", e);
        }
    }
}
