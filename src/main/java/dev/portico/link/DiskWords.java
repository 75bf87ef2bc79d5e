package dev.portico.link;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/// What a disk refused, in words: Java names some reasons by their class only.
final class DiskWords {
    private DiskWords() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "not a folder";
            case FileSystemException disk when disk.getReason() != null -> disk.getReason();
            default -> Objects.requireNonNullElse(e.getMessage(), "the disk failed");
        };
    }
}
