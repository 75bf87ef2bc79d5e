package dev.portico.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Visits as a file for other programs. Names and addresses may come from strangers, so no cell
/// can become a formula, and nothing in it is invisible.
public final class VisitorExport {
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20|%";
    private static final List<String> HEAD =
            List.of(
                    "came",
                    "left",
                    "address",
                    "share",
                    "server",
                    "end",
                    "reason",
                    "sent",
                    "received");

    private VisitorExport() {}

    /// RFC 4180, with the byte order mark that spreadsheets need to read UTF-8.
    public static String csv(List<VisitorEntry> entries) {
        return Stream.concat(Stream.of(HEAD), entries.stream().map(VisitorExport::cells))
                .map(VisitorExport::row)
                .collect(Collectors.joining("", "\ufeff", ""));
    }

    public static String json(List<VisitorEntry> entries) {
        VisitorLines lines = new VisitorLines();
        return entries.stream().map(lines::line).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /// Writes beside the goal first, so that the goal is never half a file.
    public static void write(Path goal, String text) throws IOException {
        Disk disk = new LocalDisk();
        Path temporary = goal.resolveSibling("." + goal.getFileName() + ".new");
        try {
            disk.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            disk.replace(temporary, goal);
        } finally {
            disk.delete(temporary);
        }
    }

    private static List<String> cells(VisitorEntry entry) {
        return List.of(
                entry.came().toString(),
                entry.left().toString(),
                entry.address(),
                entry.share(),
                entry.server(),
                VisitorLines.word(entry.end()),
                entry.reason(),
                String.valueOf(entry.sent()),
                String.valueOf(entry.received()));
    }

    private static String row(List<String> cells) {
        return cells.stream().map(VisitorExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String foreign) {
        String first = foreign.strip();
        boolean formula =
                (!foreign.isEmpty() && FORMULA.indexOf(foreign.charAt(0)) >= 0)
                        || (!first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0);
        StringBuilder text = new StringBuilder(formula ? "'" : "");
        foreign.codePoints().forEach(c -> append(text, c));
        return '"' + text.toString().replace("\"", "\"\"") + '"';
    }

    private static void append(StringBuilder text, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    text.append(String.format("\\u%04x", c));
            default -> text.appendCodePoint(c);
        }
    }
}
