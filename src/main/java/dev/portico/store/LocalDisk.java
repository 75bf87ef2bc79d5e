package dev.portico.store;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The real disk. An interrupt would close a channel in the middle of a write: call from a thread
/// that nobody interrupts.
final class LocalDisk implements Disk {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        try {
            long size = Files.size(file);
            if (size > SettingsJson.MOST_BYTES) {
                throw new TooLarge(size);
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, OwnerOnly.folder(folder));
        }
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        OwnerOnly.file(file))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    @Override
    public void replace(Path file, Path goal) throws IOException {
        Files.move(file, goal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(goal.toAbsolutePath().getParent());
    }

    @Override
    public void keep(Path file, Path other) throws IOException {
        try {
            Files.createLink(other, file);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException _) {
            Files.copy(file, other, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /// Where locks are unknown (some network disks) saving goes on without.
    @Override
    public Closeable lock(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        OwnerOnly.file(file));
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!isOurs(channel)) {
            if (System.nanoTime() - end > 0) {
                channel.close();
                throw new IOException("another Portico holds " + file);
            }
            pause();
        }
        return channel;
    }

    private static boolean isOurs(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// A move is safe from a power cut only when its folder is; Windows has no such notion.
    private static void forceFolder(@Nullable Path folder) throws IOException {
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /// Too large to be settings.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long size) {
            super("the file has " + size + " bytes: too large to be settings");
        }
    }
}
