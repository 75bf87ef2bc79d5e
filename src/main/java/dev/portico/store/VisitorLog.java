package dev.portico.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The file of the visits that are over, one JSON object a line, the oldest first. One thread
/// writes; after a failure the file ends where it ended before.
public final class VisitorLog {
    /// More than that and the older half goes.
    public static final long MOST_BYTES = 8 << 20;

    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private final Path folder;
    private final Path file;
    private final long mostBytes;
    private final Disk disk = new LocalDisk();
    private final VisitorLines lines = new VisitorLines();

    /// @param folder where the settings are
    public VisitorLog(Path folder) {
        this(folder, MOST_BYTES);
    }

    VisitorLog(Path folder, long mostBytes) {
        this.folder = folder;
        this.file = folder.resolve("visitors.log");
        this.mostBytes = mostBytes;
    }

    public long size() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /// Reads what came after that moment. Lines that make no sense are passed over.
    public List<VisitorEntry> read(Instant oldest) throws IOException {
        List<VisitorEntry> entries = new ArrayList<>();
        if (!Files.exists(file)) {
            return entries;
        }
        // a decoder of the stream replaces what is no UTF-8; Files.lines would give the file up
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Optional<VisitorEntry> entry = lines.entry(line);
                entry.filter(read -> !read.came().isBefore(oldest)).ifPresent(entries::add);
            }
        }
        return entries;
    }

    public void append(List<VisitorEntry> entries) throws IOException {
        disk.createFolder(folder);
        try (FileChannel channel = FileChannel.open(file, APPEND, OwnerOnly.file(file))) {
            long end = channel.size();
            try {
                String cut = endsInALine(channel, end) ? "" : "\n";
                write(channel, end, (cut + text(entries)).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
        if (size() > mostBytes) {
            List<VisitorEntry> all = read(Instant.MIN);
            replace(all.subList(all.size() / 2, all.size()));
        }
    }

    /// Puts these in the place of all that was there, at one moment.
    public void replace(List<VisitorEntry> entries) throws IOException {
        Path temporary = file.resolveSibling("visitors.log.new");
        try {
            disk.write(temporary, text(entries).getBytes(StandardCharsets.UTF_8));
            disk.replace(temporary, file);
        } finally {
            disk.delete(temporary);
        }
    }

    public void clear() throws IOException {
        disk.delete(file);
    }

    private String text(List<VisitorEntry> entries) {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(lines.line(entry)).append('\n'));
        return text.toString();
    }

    private static boolean endsInALine(FileChannel channel, long end) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return end == 0 || (channel.read(last, end - 1) == 1 && last.get(0) == '\n');
    }

    private static void write(FileChannel channel, long at, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }
}
