package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;

/// The lines of files, as long as they are files, and as much of them as a file of settings can be.
final class FileText {
    /// Of all files together.
    static final int MOST_BYTES = 1 << 20;

    private static final int LONGEST_LINE = 1 << 14;

    private final Findings findings;
    private final Here here;
    private int left = MOST_BYTES;

    FileText(Findings findings, Here here) {
        this.findings = findings;
        this.here = here;
    }

    /// @param checked whether nobody else may have been able to write it, as ssh demands of those
    ///     that are included
    /// @return nothing when it cannot be read, which is said
    List<String> lines(Path file, boolean checked) {
        Spot spot = new Spot(file, 0);
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInput(missing(file), "file", file.toString());
            }
            if (checked) {
                checkOwner(file);
            }
            return split(text(bytes(file), spot), spot);
        } catch (BadInput e) {
            findings.wrong(spot, e);
        } catch (AccessDeniedException _) {
            findings.wrong(spot, new BadInput("input.config.forbidden", "file", file.toString()));
        } catch (IOException e) {
            findings.wrong(
                    spot,
                    new BadInput(
                            "input.config.unreadable",
                            "file",
                            file.toString(),
                            "reason",
                            String.valueOf(e.getMessage())));
        }
        return List.of();
    }

    private static String missing(Path file) throws IOException {
        try {
            Files.readAttributes(file, "*");
        } catch (NoSuchFileException _) {
            return "input.config.absent";
        }
        return "input.config.no-file";
    }

    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(left + 1);
            if (bytes.length > left) {
                left = 0;
                throw new BadInput("input.config.large", "file", file.toString());
            }
            left -= bytes.length;
            return bytes;
        }
    }

    /// It is the user's own, or the administrator's; a group of one is nobody else.
    private void checkOwner(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        PosixFileAttributes of = Files.readAttributes(file, PosixFileAttributes.class);
        String owner = of.owner().getName();
        Set<PosixFilePermission> may = of.permissions();
        boolean others =
                may.contains(PosixFilePermission.OTHERS_WRITE)
                        || (may.contains(PosixFilePermission.GROUP_WRITE)
                                && !of.group().getName().equals(owner));
        boolean own =
                owner.equals(here.user())
                        || owner.equals("root")
                        || of.owner().equals(Files.getOwner(here.home()));
        if (others || !own) {
            throw new BadInput("input.config.others-write", "file", file.toString());
        }
    }

    private String text(byte[] bytes, Spot spot) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.startsWith("\uFEFF")) {
                findings.wrong(new Spot(spot.file(), 1), new BadInput("input.config.mark"));
                return text.substring(1);
            }
            return text;
        } catch (CharacterCodingException _) {
            findings.add(spot, Finding.Weight.NOT_NEEDED, "", new BadInput("input.config.latin"));
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private List<String> split(String text, Spot spot) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Spot line = new Spot(spot.file(), i + 1);
            int zero = lines[i].indexOf(0);
            if (zero >= 0) {
                findings.wrong(line, new BadInput("input.config.zero"));
                lines[i] = lines[i].substring(0, zero);
            }
            if (lines[i].length() > LONGEST_LINE) {
                findings.wrong(line, new BadInput("input.config.long"));
                lines[i] = "";
            }
            lines[i] = stripped(lines[i]);
        }
        return List.of(lines);
    }

    private static String stripped(String line) {
        int end = line.length();
        while (end > 0 && " \t\r\f".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }
}
