package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.SourceFormat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be said of the source files themselves.
class SourceTest {
    private static final int MOST_LINES = 300;

    @Test
    void isFormatted() throws Exception {
        assertThat(SourceFormat.unformatted(SourceFormat.sources()))
                .as("apply with: mvn -q test-compile exec:exec@format")
                .isEmpty();
    }

    @Test
    void noFileIsLong() throws IOException {
        List<Path> sources = SourceFormat.sources();
        assertThat(sources).hasSizeGreaterThan(20);
        assertThat(sources)
                .allSatisfy(
                        file ->
                                assertThat(Files.readAllLines(file))
                                        .as("%s", file)
                                        .hasSizeLessThanOrEqualTo(MOST_LINES));
    }

    @Test
    void topLevelHoldsNothingElse() throws IOException {
        Set<String> allowed =
                Set.of("pom.xml", "src", "icons", "installer", "README.md", "LICENSE", "target");
        try (Stream<Path> top = Files.list(Path.of(""))) {
            Set<String> others =
                    top.map(Path::toString)
                            .filter(name -> !name.startsWith(".") && !allowed.contains(name))
                            .collect(Collectors.toSet());
            assertThat(others).isEmpty();
        }
    }
}
