package dev.portico.desktop.shares;

import java.util.Locale;

/// Which rows are to be seen.
record Filter(Chip chip, String words) {
    static final Filter ALL = new Filter(Chip.ALL, "");

    enum Chip {
        ALL,
        OPEN,
        NEED_YOU
    }

    boolean shows(ShareRow row) {
        return fits(row) && (words.isEmpty() || hasWords(row.text()));
    }

    boolean isAll() {
        return equals(ALL);
    }

    Filter with(Chip newChip) {
        return new Filter(newChip, words);
    }

    Filter with(String newWords) {
        return new Filter(chip, newWords.strip().toLowerCase(Locale.ROOT));
    }

    private boolean fits(ShareRow row) {
        return switch (chip) {
            case ALL -> true;
            case OPEN -> row.isOpen();
            case NEED_YOU -> row.needsYou();
        };
    }

    private boolean hasWords(RowText text) {
        String all =
                String.join(
                        "\n",
                        text.name(),
                        text.server(),
                        text.target().address(),
                        text.link().url(),
                        text.state().word());
        return all.toLowerCase(Locale.ROOT).contains(words);
    }
}
