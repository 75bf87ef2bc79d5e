package dev.portico.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Reads a file as a whole. What is no regular file is not even opened: a pipe would let the open
/// wait for ever, and a device need not end.
final class SmallFile {
    private SmallFile() {}

    /// @throws Unfit when it is no regular file, or has more than `most` bytes
    static byte[] read(Path path, int most) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        if (!found.isRegularFile()) {
            throw new Unfit(path, "irregular", "not a regular file");
        }
        if (found.size() > most) {
            throw new Unfit(path, "large", "larger than " + most + " bytes");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new Unfit(path, "large", "larger than " + most + " bytes");
            }
            return bytes;
        }
    }

    /// Why nothing was read.
    static final class Unfit extends FileSystemException {
        private static final long serialVersionUID = 1L;
        private final String why;

        private Unfit(Path path, String why, String reason) {
            super(path.toString(), null, reason);
            this.why = why;
        }

        /// For [dev.portico.share.Problem#WHY].
        String why() {
            return why;
        }
    }
}
