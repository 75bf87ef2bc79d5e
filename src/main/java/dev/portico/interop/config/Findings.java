package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Gathers what there is to say, as far as anybody would read it.
final class Findings {
    private static final int MOST = 500;

    private final Map<List<Object>, Finding> all = new LinkedHashMap<>();

    void add(Spot spot, Finding.Weight weight, String keyword, BadInput words) {
        if (all.size() < MOST) {
            List<Object> same = List.of(spot, keyword, String.valueOf(words.getMessage()));
            all.putIfAbsent(same, new Finding(spot, weight, keyword, words));
        }
    }

    void wrong(Spot spot, BadInput words) {
        add(spot, Finding.Weight.WRONG, "", words);
    }

    void leftOut(Spot spot, String keyword, BadInput words) {
        add(spot, Finding.Weight.LEFT_OUT, keyword, words);
    }

    List<Finding> all() {
        return List.copyOf(all.values());
    }
}
