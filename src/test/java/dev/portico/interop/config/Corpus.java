package dev.portico.interop.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Configurations, each with the names to be asked for; see the head of the file.
final class Corpus {
    private static final Path FILE =
            Path.of("src/test/resources/dev/portico/interop/config/corpus.txt");

    /// @param files by their names in `~/.ssh`; the first is `config`
    record Entry(String title, List<String> aliases, Map<String, String> files) {

        /// @return the main file
        Path write(Path home) throws IOException {
            Path folder = Files.createDirectories(home.resolve(".ssh"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                String[] name = file.getKey().split(" ", -1);
                Path path = folder.resolve(name[0]);
                Files.createDirectories(path.getParent());
                Files.write(path, bytes(file.getValue().replace("{dir}", folder.toString())));
                String mode = name.length > 1 ? "rw-rw-rw-" : "rw-r--r--";
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
            }
            return folder.resolve("config");
        }

        @Override
        public String toString() {
            return title;
        }

        private static byte[] bytes(String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            String clear =
                    text.replace("{bom}", "\uFEFF")
                            .replace("{nul}", "\0")
                            .replace("{cr}", "\r")
                            .replace("{ff}", "\f");
            String[] parts = clear.split("\\{latin}", -1);
            bytes.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
            for (int i = 1; i < parts.length; i++) {
                bytes.write(0xe9);
                bytes.writeBytes(parts[i].getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        }
    }

    private Corpus() {}

    static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        String file = "config";
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("=== ")) {
                String[] head = line.substring(4).split(" \\| ", 2);
                file = "config";
                Map<String, String> files = new LinkedHashMap<>(Map.of(file, ""));
                entries.add(new Entry(head[0], List.of(head[1].split(" ")), files));
            } else if (line.startsWith("+++ ")) {
                file = line.substring(4);
            } else if (!entries.isEmpty()) {
                entries.getLast().files().merge(file, line + "\n", String::concat);
            }
        }
        return entries;
    }
}
