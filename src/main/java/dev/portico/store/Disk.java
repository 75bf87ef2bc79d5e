package dev.portico.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The few moves on a disk that keeping settings is made of; a test lets any one of them fail.
interface Disk {

    /// @return empty when there is no such file
    Optional<byte[]> read(Path file) throws IOException;

    void createFolder(Path folder) throws IOException;

    /// Creates the file, for its owner only, and returns when its bytes are on the disk.
    void write(Path file, byte[] bytes) throws IOException;

    /// Puts a file in the place of another at one moment: who looks sees the one or the other.
    void replace(Path file, Path goal) throws IOException;

    /// Gives a file a second name, or copies it. Never overwrites.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException when the other name is taken
    void keep(Path file, Path other) throws IOException;

    void delete(Path file) throws IOException;

    /// Waits until no other Portico reads or writes here.
    Closeable lock(Path file) throws IOException;
}
