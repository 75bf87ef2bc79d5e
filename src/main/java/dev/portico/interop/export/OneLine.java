package dev.portico.interop.export;

import dev.portico.share.BadInput;

import java.util.List;

/// Refuses what would break out of the line that it is written into.
final class OneLine {
    private OneLine() {}

    static List<String> checked(List<String> words) {
        words.forEach(OneLine::checked);
        return words;
    }

    static String checked(String word) {
        boolean breaks =
                word.codePoints()
                        .anyMatch(
                                c ->
                                        Character.isISOControl(c)
                                                || c == 0x2028
                                                || c == 0x2029
                                                || Character.getType(c) == Character.SURROGATE);
        if (breaks) {
            throw refused(word);
        }
        return word;
    }

    static BadInput refused(String word) {
        return new BadInput("input.export.unwritable", "text", word);
    }
}
