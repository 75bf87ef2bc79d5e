package dev.portico.interop.config;

import java.util.List;

/// One line that means something.
///
/// @param rest what stands behind the keyword, as it is
/// @param words empty where the line is wrong: then it says nothing, and a block begun by it
///     matches nothing
/// @param criteria of a `Match`
/// @param included of an `Include`
record ConfigLine(
        Spot spot,
        Keyword keyword,
        String rest,
        List<String> words,
        List<Criterion> criteria,
        List<ConfigFile> included) {
    ConfigLine {
        words = List.copyOf(words);
        criteria = List.copyOf(criteria);
        included = List.copyOf(included);
    }

    String name() {
        return keyword.name();
    }
}
