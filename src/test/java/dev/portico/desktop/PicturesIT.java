package dev.portico.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.OwnDisplay;
import dev.portico.fixture.Scale;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// Takes a picture of each screen under a display of its own; they stand in `target/screenshots`,
/// to be looked at: a few, or all with `-Dportico.scale=full`.
class PicturesIT {
    private static final Path FOLDER = Path.of("target", "screenshots");
    private static final List<String> FINE = List.of("-Dglass.gtk.uiScale=1.5");

    @Test
    void takesAPictureOfEachScreen() throws Exception {
        assumeTrue(OwnDisplay.isPossible(), "no Xvfb on this machine: no pictures are taken");
        clear();
        try (OwnDisplay display = OwnDisplay.open()) {
            String folder = FOLDER.toString();
            String said = display.run(Pictures.class, folder, Scale.isFull() ? "all" : "few");
            if (Scale.isFull()) {
                said += display.run(FINE, LargePictures.class, folder);
            }
            assertThat(said).as("styles that do not resolve").doesNotContain("CssStyleHelper");
        }
        assertThat(pictures())
                .hasSizeGreaterThan(Scale.of(20, 100))
                .allSatisfy(
                        picture ->
                                assertThat(ScreenShot.isBlank(ImageIO.read(picture.toFile())))
                                        .isFalse());
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
}
