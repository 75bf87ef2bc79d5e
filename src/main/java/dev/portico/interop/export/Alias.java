package dev.portico.interop.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names of shares as words that no file format takes for anything but a word, each another one.
///
/// @param words by the name
public record Alias(Map<String, String> words) {

    /// One that is such a word already stays as it is, whatever stands before it.
    ///
    /// @param names of all shares that there are, so that a word means the same in every export
    public static Alias each(List<String> names) {
        Map<String, String> words = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            if (name.equals(word(name))) {
                words.put(name, name);
                taken.add(name);
            }
        }
        for (String name : names) {
            if (!words.containsKey(name)) {
                String word = word(name);
                int number = 1;
                while (!taken.add(number == 1 ? word : word + "-" + number)) {
                    number++;
                }
                words.put(name, number == 1 ? word : word + "-" + number);
            }
        }
        return new Alias(Map.copyOf(words));
    }

    public String of(String name) {
        return words.getOrDefault(name, word(name));
    }

    private static String word(String name) {
        String word = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._]+", "-").replaceAll("^[-.]+|-+$", "");
        return word.isEmpty() ? "share" : word;
    }
}
