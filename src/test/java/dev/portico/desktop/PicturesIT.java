package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Takes a picture of each screen under a display of its own; they stand in `target/screenshots`,
/// to be looked at.
class PicturesIT {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final long BLANK = 4_000;

    @Test
    void takesAPictureOfEachScreen() throws Exception {
        assumeTrue(hasXvfb(), "no Xvfb on this machine: no pictures are taken");
        clear();
        Process display =
                new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1200x24")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader number = display.inputReader(StandardCharsets.US_ASCII)) {
            take(":" + number.readLine());
        } finally {
            display.destroy();
            display.waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(pictures()).hasSizeGreaterThan(30).allSatisfy(PicturesIT::isNotBlank);
    }

    private static void take(String display) throws Exception {
        Process child = child(display);
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue()).as(said).isZero();
        assertThat(said).as("style sheets that do not resolve").doesNotContain("CssStyleHelper");
    }

    private static Process child(String display) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                        java,
                        "-Dprism.order=sw",
                        "-Dprism.lcdtext=false",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pictures.class.getName(),
                        FOLDER.toString());
        builder.environment().put("DISPLAY", display);
        builder.environment().remove("WAYLAND_DISPLAY");
        return builder.redirectErrorStream(true).start();
    }

    private static void isNotBlank(Path picture) {
        assertThat(picture.toFile().length()).as("%s", picture).isGreaterThan(BLANK);
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.toList();
        }
    }

    private static void clear() throws IOException {
        Files.createDirectories(FOLDER);
        for (Path old : pictures()) {
            Files.delete(old);
        }
    }

    private static boolean hasXvfb() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "Xvfb")));
    }
}
