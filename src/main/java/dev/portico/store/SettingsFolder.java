package dev.portico.store;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Settings in their folder. Promises: `settings.json` is whole at every moment, whoever is killed
/// when; what cannot be read is kept aside and never overwritten; a newer version is not touched;
/// another Portico's changes are not lost.
final class SettingsFolder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int MOST_ASIDE_PER_SECOND = 1_000;

    private static final String ASIDE = "settings.broken-";

    private final Path folder;
    private final Path file;
    private final Path temp;
    private final Path lock;
    private final Clock clock;
    private final Disk disk;
    private final Generations generations;
    private final SettingsJson json = new SettingsJson();

    SettingsFolder(Path folder, Clock clock, Disk disk) {
        this.folder = folder;
        this.file = folder.resolve("settings.json");
        this.temp = folder.resolve("settings.tmp");
        this.lock = folder.resolve("settings.lock");
        this.clock = clock;
        this.disk = disk;
        this.generations = new Generations(disk, folder, temp);
    }

    Path folder() {
        return folder;
    }

    Loaded load() {
        if (!Files.isDirectory(folder)) {
            return fileInTheWay()
                    .map(file -> readOnly(Optional.empty(), noFolder(file)))
                    .orElse(Loaded.NOTHING);
        }
        try {
            Optional<Closeable> held = tryLock();
            if (held.isEmpty()) {
                return look(false);
            }
            try (Closeable _ = held.get()) {
                removeStrays();
                return look(true);
            }
        } catch (IOException | RuntimeException e) {
            return readOnly(newestGood(), notRead(e));
        }
    }

    /// @param known hash of the file as it was when `mine` was made from it
    /// @param again makes the same changes on what another Portico has written meanwhile
    Loaded save(Optional<String> known, Settings mine, UnaryOperator<Settings> again)
            throws IOException {
        disk.createFolder(folder);
        try (Closeable _ = disk.lock(lock)) {
            Loaded now = look(true);
            if (now.readOnly()) {
                return now;
            }
            boolean foreign =
                    now.hash().isPresent() && now.problem().isEmpty() && !now.hash().equals(known);
            Settings next = foreign ? again.apply(now.settings()) : mine;
            byte[] bytes = json.bytes(next);
            put(bytes);
            generations.add(bytes);
            return new Loaded(next, now.problem(), false, Optional.of(hash(bytes)));
        }
    }

    private Optional<Path> fileInTheWay() {
        Path there = folder.toAbsolutePath();
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return Optional.ofNullable(there)
                .filter(Files::exists)
                .filter(path -> !Files.isDirectory(path));
    }

    private Problem noFolder(Path file) {
        return Problem.of(
                ProblemCode.SETTINGS_NOT_SAVED,
                "",
                "folder",
                folder.toString(),
                "file",
                file.toString(),
                Problem.WHY,
                "no-folder");
    }

    private Optional<Closeable> tryLock() {
        try {
            return Optional.of(disk.lock(lock));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Who holds the lock is the only one who writes: a temporary file is one that nobody finished.
    private void removeStrays() {
        try (DirectoryStream<Path> strays = Files.newDirectoryStream(folder, "settings*.tmp")) {
            for (Path stray : strays) {
                disk.delete(stray);
            }
        } catch (IOException | DirectoryIteratorException e) {
            System.getLogger(SettingsFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "a stray file stays", e);
        }
    }

    private Loaded look(boolean locked) throws IOException {
        try {
            Optional<byte[]> bytes = disk.read(file);
            if (bytes.isEmpty()) {
                return setAsideBefore();
            }
            if (isBlank(bytes.get())) {
                return recovered(ProblemCode.SETTINGS_EMPTY, "", locked);
            }
            Loaded loaded = understood(bytes.get());
            if (locked && !loaded.readOnly()) {
                generations.add(bytes.get());
            }
            return loaded;
        } catch (UnfitSettings | LocalDisk.TooLarge e) {
            String why = String.valueOf(e.getMessage());
            return recovered(ProblemCode.SETTINGS_UNREADABLE, why, locked);
        }
    }

    /// Nothing has taken the place of what could not be read: it is said until something does.
    private Loaded setAsideBefore() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(ASIDE))
                    .max(Comparator.comparing(SettingsFolder::modified))
                    .map(aside -> kept(ProblemCode.SETTINGS_UNREADABLE, aside, ""))
                    .map(p -> new Loaded(Settings.EMPTY, Optional.of(p), false, Optional.empty()))
                    .orElse(Loaded.NOTHING);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException _) {
            return FileTime.fromMillis(0);
        }
    }

    private Loaded understood(byte[] bytes) throws UnfitSettings {
        Fields fields = json.parse(bytes);
        int version = json.version(fields);
        Optional<String> hash = Optional.of(hash(bytes));
        if (version <= Settings.VERSION) {
            return new Loaded(json.settings(fields), Optional.empty(), false, hash);
        }
        Problem newer =
                Problem.of(
                        ProblemCode.SETTINGS_NEWER,
                        "",
                        "file",
                        file.toString(),
                        "version",
                        String.valueOf(version));
        return new Loaded(asFarAsKnown(fields), Optional.of(newer), true, hash);
    }

    private Settings asFarAsKnown(Fields fields) {
        try {
            return json.settings(fields);
        } catch (UnfitSettings _) {
            return Settings.EMPTY;
        }
    }

    /// The broken file gets its second name before anything takes its place.
    private Loaded recovered(ProblemCode code, String why, boolean locked) {
        Optional<byte[]> good = newestGood();
        if (!locked) {
            return readOnly(good, kept(code, file, why));
        }
        try {
            Path aside = setAside();
            if (good.isPresent()) {
                put(good.get());
            } else {
                disk.delete(file);
            }
            return new Loaded(
                    settings(good),
                    Optional.of(kept(code, aside, why)),
                    false,
                    good.map(SettingsFolder::hash));
        } catch (IOException e) {
            String both = (why + " (" + Words.of(e) + ")").strip();
            return readOnly(good, kept(code, file, both));
        }
    }

    private Path setAside() throws IOException {
        String name = ASIDE + TIME.format(clock.instant());
        for (int i = 1; i <= MOST_ASIDE_PER_SECOND; i++) {
            Path aside = folder.resolve(i == 1 ? name + ".json" : name + "-" + i + ".json");
            try {
                disk.keep(file, aside);
                return aside;
            } catch (FileAlreadyExistsException _) {
                // the next name
            }
        }
        throw new IOException("no free name beside " + name);
    }

    private void put(byte[] bytes) throws IOException {
        disk.write(temp, bytes);
        disk.replace(temp, file);
    }

    private Optional<byte[]> newestGood() {
        for (Path generation : generations.newestFirst()) {
            try {
                Optional<byte[]> bytes = disk.read(generation);
                if (bytes.isPresent() && !understood(bytes.get()).readOnly()) {
                    return bytes;
                }
            } catch (IOException | UnfitSettings _) {
                // an older one may be good
            }
        }
        return Optional.empty();
    }

    private Loaded readOnly(Optional<byte[]> good, Problem problem) {
        return new Loaded(settings(good), Optional.of(problem), true, Optional.empty());
    }

    private Settings settings(Optional<byte[]> good) {
        try {
            return good.isPresent() ? json.settings(json.parse(good.get())) : Settings.EMPTY;
        } catch (UnfitSettings e) {
            throw new IllegalStateException("it was good a moment ago", e);
        }
    }

    private Problem notRead(Exception e) {
        return e instanceof AccessDeniedException
                ? Problem.of(ProblemCode.SETTINGS_FORBIDDEN, "", "folder", folder.toString())
                : kept(ProblemCode.SETTINGS_UNREADABLE, file, Words.of(e));
    }

    private static Problem kept(ProblemCode code, Path kept, String why) {
        return Problem.of(code, why, "file", kept.toString());
    }

    private static boolean isBlank(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
