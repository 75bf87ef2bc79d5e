package dev.portico.console;

import java.io.PrintStream;
import java.util.List;

/// Rows of text, one column below the other.
record Columns(List<List<String>> rows) {

    void print(PrintStream out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                line.append(cell).repeat(" ", width(i) - cell.length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
