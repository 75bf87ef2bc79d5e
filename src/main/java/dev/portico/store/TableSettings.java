package dev.portico.store;

import java.util.List;

/// How the table of the shares was left.
///
/// @param hidden names of columns
/// @param sortBy the name of a column; empty for the order in which the shares were made
public record TableSettings(List<String> hidden, String sortBy, boolean descending) {
    public static final TableSettings DEFAULT = new TableSettings(List.of("server"), "", false);

    public TableSettings {
        hidden = List.copyOf(hidden);
    }

    public TableSettings withHidden(List<String> newHidden) {
        return new TableSettings(newHidden, sortBy, descending);
    }

    public TableSettings withOrder(String newSortBy, boolean nowDescending) {
        return new TableSettings(hidden, newSortBy, nowDescending);
    }
}
