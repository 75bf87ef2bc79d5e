package dev.portico.interop.export;

/// A share's name as a word that no file format takes for anything but a word.
final class Alias {
    private Alias() {}

    static String of(String name) {
        String word = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._]+", "-").replaceAll("^[-.]+|-+$", "");
        return word.isEmpty() ? "share" : word;
    }
}
