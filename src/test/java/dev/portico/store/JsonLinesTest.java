package dev.portico.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class JsonLinesTest {
    private final JsonLines lines = new JsonLines();

    @Test
    void fieldsKeepTheirOrder() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("z", 1);
        fields.put("a", true);
        fields.put("m", List.of("x", 2L));
        assertThat(lines.line(fields)).isEqualTo("{\"z\":1,\"a\":true,\"m\":[\"x\",2]}");
    }

    @Test
    void instantsAlwaysHaveThreeDecimals() {
        assertThat(lines.line(Map.of("at", Instant.parse("2026-01-02T03:04:05Z"))))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:05.000Z\"}");
        assertThat(lines.line(Map.of("at", Instant.parse("2026-01-02T03:04:05.123456Z"))))
                .isEqualTo("{\"at\":\"2026-01-02T03:04:05.123Z\"}");
    }

    @Test
    void whatMovesATerminalIsEscaped() {
        String line = lines.line(Map.of("raw", "a\u001b[2J\n\u202eb\u2028\u0085\u007f\ufeff中é"));
        assertThat(line)
                .isEqualToIgnoringCase(
                        "{\"raw\":\"a\\u001b[2J\\n\\u202eb\\u2028\\u0085\\u007f\\ufeff中é\"}");
    }

    @Test
    void halfASurrogateSurvives() {
        assertThat(lines.line(Map.of("raw", "\ud83d!"))).isEqualTo("{\"raw\":\"\\ud83d!\"}");
    }
}
