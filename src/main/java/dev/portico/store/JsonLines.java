package dev.portico.store;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes one JSON object on one line: for events, logs and findings. Any thread may call.
///
/// What could move a terminal's cursor or turn its direction of writing is escaped, so a line is
/// safe to look at whoever sent the text in it.
public final class JsonLines {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final JsonMapper mapper =
            new JsonMapper(JsonFactory.builder().characterEscapes(new Escapes()).build());

    /// @param fields in the order in which they are to stand; values are texts, numbers, truth
    ///     values, instants, maps and lists of these, or null
    public String line(Map<String, ?> fields) {
        return mapper.writeValueAsString(plain(fields));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> MILLISECONDS.format(instant);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), plain(inner)));
                yield copy;
            }
            case List<?> list -> list.stream().map(JsonLines::plain).toList();
            case String _, Number _, Boolean _ -> value;
            default -> value.toString();
        };
    }

    private static final class Escapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7f] = ESCAPE_STANDARD;
            return codes;
        }

        /// Surrogates too: half a pair would not survive on its way out as UTF-8.
        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        new SerializedString(String.format("\\u%04x", c));
                default -> null;
            };
        }
    }
}
