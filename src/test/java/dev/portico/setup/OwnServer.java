package dev.portico.setup;

import dev.portico.fixture.Commands;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A real sshd whose configuration is in a folder of its own, where accounts have their usual keys.
public final class OwnServer implements AutoCloseable {
    private final RealSshd sshd;

    private OwnServer(RealSshd sshd) {
        this.sshd = sshd;
    }

    /// @param lines of its configuration, the first ones
    public static OwnServer start(boolean dropIns, String... lines) throws IOException {
        OwnServer own = new OwnServer(RealSshd.start());
        Path folder = own.sshd.folder();
        List<String> config = new ArrayList<>();
        if (dropIns) {
            Path drop = Files.createDirectory(folder.resolve("sshd_config.d"));
            Files.writeString(drop.resolve("10-other.conf"), "LoginGraceTime 60\n");
            config.add("Include " + drop + "/*.conf");
        }
        config.addAll(List.of(lines));
        for (String line : Files.readAllLines(folder.resolve("sshd_config"))) {
            config.add(
                    line.startsWith("AuthorizedKeysFile")
                            ? line + " .ssh/authorized_keys"
                            : line.startsWith("PidFile") ? "PidFile " + own.pidFile() : line);
        }
        own.sshd.stop();
        Files.writeString(folder.resolve("sshd_config"), String.join("\n", config)); // no last end
        own.sshd.startAgain();
        return own;
    }

    public RealSshd sshd() {
        return sshd;
    }

    public Server server() {
        return sshd.server();
    }

    public Path config() {
        return sshd.folder().resolve("sshd_config");
    }

    Path state() {
        return sshd.folder().resolve("state");
    }

    public Places places() {
        return places("kill -HUP $(cat " + pidFile() + ")");
    }

    Places places(String reload) {
        return new Places(config().toString(), state().toString(), reload);
    }

    Commands.Result check() {
        return Commands.run("/usr/sbin/sshd", "-t", "-f", config().toString());
    }

    /// Every file here and there, with its rights, its owner, its time and what is in it.
    public Map<String, String> everything(Path there) {
        Map<String, String> all = new TreeMap<>();
        for (Path root : List.of(sshd.folder(), there)) {
            if (!Files.exists(root)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(file -> !file.endsWith("log") && !file.equals(pidFile()))
                        .forEach(file -> all.put(file.toString(), look(file)));
            } catch (IOException | UncheckedIOException e) {
                all.put(root.toString(), "changes while it is looked at: " + e);
            }
        }
        return all;
    }

    @Override
    public void close() {
        sshd.close();
    }

    private Path pidFile() {
        return sshd.folder().resolve("sshd.pid");
    }

    private static String look(Path file) {
        try {
            PosixFileAttributes now =
                    Files.readAttributes(
                            file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            String owner =
                    PosixFilePermissions.toString(now.permissions())
                            + " "
                            + now.owner()
                            + " "
                            + now.group();
            return now.isRegularFile()
                    ? owner + " " + now.lastModifiedTime() + " " + hash(Files.readAllBytes(file))
                    : owner;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
