package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class VisitorExportTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir Path temp;

    @Test
    void writesOneRowForEachVisitUnderAHead() {
        assertThat(VisitorExport.csv(List.of(entry("web", "203.0.113.7"))))
                .isEqualTo(
                        "\ufeff\"came\",\"left\",\"address\",\"share\",\"server\",\"end\",\"reason\",\"sent\",\"received\"\r\n"
                            + "\"2026-11-23T12:00:00Z\",\"2026-11-23T12:00:41Z\",\"203.0.113.7\",\"web\",\"vps\",\"left\",\"\",\"7\",\"9\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "  =1",
                "\uff1d1"
            })
    void noCellBecomesAFormula(String name) {
        assertThat(cell(name)).startsWith("\"'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "a\u001b[31mb",
                "a\r\nb",
                "a\u202eb",
                "a\u200bb",
                "a\u2066b",
                "a\u2028b",
                "a\u0085b",
                "a\ufeffb",
                "a\ud800b",
                "a\ue000b"
            })
    void nothingIsInvisible(String name) {
        String shown = cell(name);
        assertThat(shown).matches("\"a(\\\\u[0-9a-f]{4})+(\\[31m)?b\"");
    }

    @Test
    void quotesAreDoubledAndOrdinaryNamesStayAsTheyAre() {
        assertThat(cell("a\"b,c")).isEqualTo("\"a\"\"b,c\"");
        assertThat(cell("NAS 相册")).isEqualTo("\"NAS 相册\"");
    }

    @Test
    void jsonIsOneListAndPlainAscii() {
        String hostile = "\u202e\"\u001b[0m\n";
        String text = VisitorExport.json(List.of(entry(hostile, "::1"), entry("web", "\u0000")));
        assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= ' ' && c < 0x7f));
        JsonNode read = new JsonMapper().readTree(text);
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.get(0).get("share").stringValue()).isEqualTo(hostile);
        assertThat(read.get(1).get("address").stringValue()).isEqualTo("\u0000");
    }

    @Test
    void replacesAFileAsAWholeAndLeavesNothingBeside() throws IOException {
        Path goal = temp.resolve("visits.csv");
        Files.writeString(goal, "before");
        VisitorExport.write(goal, "now");
        assertThat(goal).hasContent("now");
        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).containsExactly(goal);
        }
    }

    private static String cell(String share) {
        String csv = VisitorExport.csv(List.of(entry(share, "::1")));
        String row = csv.substring(csv.indexOf("\r\n") + 2);
        String from = "\"::1\",";
        return row.substring(row.indexOf(from) + from.length(), row.indexOf(",\"vps\""));
    }

    private static VisitorEntry entry(String share, String address) {
        return new VisitorEntry(
                NOON, NOON.plusSeconds(41), share, "vps", address, VisitorEntry.End.LEFT, "", 7, 9);
    }
}
