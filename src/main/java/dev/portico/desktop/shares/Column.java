package dev.portico.desktop.shares;

import dev.portico.share.ShareState;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The columns of the table, from left to right.
enum Column {
    STATE,
    NAME,
    TARGET,
    LINK,
    WHO,
    SERVER,
    VISITORS,
    FLOW,
    SINCE;

    /// What it is called in the settings.
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String key() {
        return "column." + id();
    }

    /// A row without state, name or link would say nothing.
    boolean canBeHidden() {
        return switch (this) {
            case STATE, NAME, LINK -> false;
            case TARGET, WHO, SERVER, VISITORS, FLOW, SINCE -> true;
        };
    }

    static Optional<Column> of(String id) {
        return Stream.of(values()).filter(column -> column.id().equals(id)).findFirst();
    }

    Comparator<ShareRow> order() {
        return switch (this) {
            case STATE -> Comparator.comparing(row -> row.text().state().mark());
            case NAME -> words(ShareRow::name);
            case TARGET -> words(row -> row.text().target().address());
            case LINK -> words(row -> row.text().link().before() + row.text().link().port());
            case WHO -> words(row -> row.text().who().word());
            case SERVER -> words(row -> row.text().server());
            case VISITORS ->
                    Comparator.<ShareRow>comparingLong(row -> row.traffic().visitors())
                            .thenComparingLong(row -> row.traffic().visitorsInAll());
            case FLOW ->
                    Comparator.comparingLong(
                            row -> row.traffic().sent() + row.traffic().received());
            case SINCE -> Comparator.comparing(Column::since).reversed();
        };
    }

    private static Comparator<ShareRow> words(Function<ShareRow, String> word) {
        return Comparator.comparing(word, String.CASE_INSENSITIVE_ORDER);
    }

    private static Instant since(ShareRow row) {
        return row.state() instanceof ShareState.Open open ? open.since() : Instant.MIN;
    }
}
