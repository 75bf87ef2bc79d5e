package dev.portico.interop.config;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The files that an absolute pattern names, in the order of their names, as glob(3) finds them.
final class FileGlob {
    private final int most;
    private int looked;

    /// @param most of the names that may be looked at
    FileGlob(int most) {
        this.most = most;
    }

    /// Whether there were more names than may be looked at.
    boolean isExhausted() {
        return looked > most;
    }

    List<Path> find(Path pattern) {
        Path root = pattern.getRoot();
        List<Path> found = List.of(root == null ? Path.of("/") : root);
        for (Path part : pattern) {
            Wild wild = Wild.ofFile(part.toString());
            List<Path> next = new ArrayList<>();
            for (Path folder : found) {
                next.addAll(step(folder, wild));
            }
            found = next;
        }
        return found;
    }

    private List<Path> step(Path folder, Wild wild) {
        if (wild.isOne()) {
            Path one = folder.resolve(wild.pattern().replaceAll("\\\\(.)", "$1"));
            return Files.exists(one, LinkOption.NOFOLLOW_LINKS) ? List.of(one) : List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path path : names) {
                if (++looked > most) {
                    break;
                }
                String name = String.valueOf(path.getFileName());
                boolean hidden = name.startsWith(".") && !wild.pattern().startsWith(".");
                if (!hidden && wild.matches(name)) {
                    found.add(path);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            return List.of(); // a folder that cannot be looked into has no files for ssh either
        }
        found.sort(Comparator.comparing(Path::toString));
        return found;
    }
}
