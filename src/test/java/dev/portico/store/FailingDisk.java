package dev.portico.store;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;

/// The real disk, until one of its moves is told to fail.
final class FailingDisk implements Disk {
    private final Disk disk = new LocalDisk();
    volatile @Nullable String failing;
    volatile boolean denying;

    private void mayFail(String move) throws IOException {
        if (move.equals(failing)) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        if (denying) {
            throw new AccessDeniedException(file.toString());
        }
        mayFail("read");
        return disk.read(file);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        mayFail("createFolder");
        disk.createFolder(folder);
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        mayFail("write");
        disk.write(file, bytes);
    }

    @Override
    public void replace(Path file, Path goal) throws IOException {
        mayFail("replace");
        disk.replace(file, goal);
    }

    @Override
    public void keep(Path file, Path other) throws IOException {
        mayFail("keep");
        disk.keep(file, other);
    }

    @Override
    public void delete(Path file) throws IOException {
        mayFail("delete");
        disk.delete(file);
    }

    @Override
    public Closeable lock(Path file) throws IOException {
        mayFail("lock");
        return disk.lock(file);
    }
}
