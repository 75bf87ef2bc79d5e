package dev.portico.desktop.shares;

import dev.portico.store.SettingsStore;
import dev.portico.store.TableSettings;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Which columns are to be seen and how the rows are sorted; remembered for the next start.
final class TableLook {
    private final SettingsStore store;
    private final ReadOnlyObjectWrapper<TableSettings> settings;

    TableLook(SettingsStore store) {
        this.store = store;
        this.settings = new ReadOnlyObjectWrapper<>(store.settings().window().table());
    }

    ReadOnlyObjectProperty<TableSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    boolean isShown(Column column) {
        return !column.canBeHidden() || !settings.get().hidden().contains(column.id());
    }

    void show(Column column, boolean shown) {
        List<String> hidden = new ArrayList<>(settings.get().hidden());
        hidden.remove(column.id());
        if (!shown) {
            hidden.add(column.id());
        }
        change(settings.get().withHidden(hidden));
    }

    Optional<Column> sortedBy() {
        return Column.of(settings.get().sortBy());
    }

    boolean isDescending() {
        return settings.get().descending();
    }

    /// @param by where it is empty, the rows stand in the order in which they were made
    void sort(Optional<Column> by, boolean descending) {
        change(settings.get().withOrder(by.map(Column::id).orElse(""), descending));
    }

    List<ShareRow> sorted(Collection<ShareRow> rows) {
        List<ShareRow> sorted = new ArrayList<>(rows);
        sortedBy()
                .map(Column::order)
                .map(order -> isDescending() ? order.reversed() : order)
                .ifPresent(sorted::sort);
        return sorted;
    }

    private void change(TableSettings now) {
        if (!now.equals(settings.get())) {
            settings.set(now);
            store.update(all -> all.withWindow(all.window().withTable(now)));
        }
    }
}
