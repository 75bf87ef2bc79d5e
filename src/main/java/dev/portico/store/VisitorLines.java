package dev.portico.store;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Visits as lines of JSON, in the log and in the export.
final class VisitorLines {
    private final JsonLines lines = new JsonLines();
    private final JsonMapper mapper = new JsonMapper();

    String line(VisitorEntry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("came", entry.came());
        fields.put("left", entry.left());
        fields.put("share", entry.share());
        fields.put("server", entry.server());
        fields.put("address", entry.address());
        fields.put("end", word(entry.end()));
        if (!entry.reason().isEmpty()) {
            fields.put("reason", entry.reason());
        }
        fields.put("sent", entry.sent());
        fields.put("received", entry.received());
        return lines.line(fields);
    }

    /// @return empty for a line that was cut, or is none of ours
    Optional<VisitorEntry> entry(String line) {
        try {
            Fields fields = Fields.of(mapper.readTree(line), "");
            return Optional.of(
                    new VisitorEntry(
                            Instant.parse(fields.needed("came")),
                            Instant.parse(fields.needed("left")),
                            fields.needed("share"),
                            fields.text("server").orElse(""),
                            fields.needed("address"),
                            end(fields.needed("end")),
                            fields.text("reason").orElse(""),
                            (long) fields.number("sent", 0),
                            (long) fields.number("received", 0)));
        } catch (JacksonException
                | UnfitSettings
                | DateTimeException
                | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String word(VisitorEntry.End end) {
        return switch (end) {
            case LEFT -> "left";
            case ENDED_BY_YOU -> "ended-by-you";
            case REFUSED -> "refused";
            case SERVICE_DOWN -> "service-down";
        };
    }

    private static VisitorEntry.End end(String word) {
        for (VisitorEntry.End end : VisitorEntry.End.values()) {
            if (word(end).equals(word)) {
                return end;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
