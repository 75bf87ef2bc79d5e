package dev.portico.desktop.visitors;

import java.util.Locale;

/// Which lines are to be seen.
record VisitorFilter(Chip chip, String words) {
    static final VisitorFilter ALL = new VisitorFilter(Chip.EVERYTHING, "");

    enum Chip {
        EVERYTHING,
        NOW,
        LOG
    }

    boolean shows(VisitorRow.Visit row) {
        return words.isEmpty() || has(row.address()) || has(row.share()) || has(row.server());
    }

    boolean showsNow() {
        return chip != Chip.LOG;
    }

    boolean showsLog() {
        return chip != Chip.NOW;
    }

    VisitorFilter with(Chip newChip) {
        return new VisitorFilter(newChip, words);
    }

    VisitorFilter with(String newWords) {
        return new VisitorFilter(chip, newWords.strip().toLowerCase(Locale.ROOT));
    }

    private boolean has(String text) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }
}
