package dev.portico.desktop.shares;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rows on the screen. One that is sorted to another place stays the same row, so that what is
/// selected stays selected.
final class Arrangement {
    private final ObservableList<ShareRow> rows = FXCollections.observableArrayList();

    ObservableList<ShareRow> rows() {
        return rows;
    }

    void show(List<ShareRow> wanted) {
        if (wanted.equals(rows)) {
            return;
        }
        rows.retainAll(new HashSet<>(wanted));
        Set<ShareRow> there = new HashSet<>(rows);
        rows.addAll(wanted.stream().filter(row -> !there.contains(row)).toList());
        if (!wanted.equals(rows)) {
            Map<ShareRow, Integer> places = new HashMap<>();
            wanted.forEach(row -> places.put(row, places.size()));
            rows.sort(Comparator.comparingInt(row -> places.getOrDefault(row, 0)));
        }
    }
}
