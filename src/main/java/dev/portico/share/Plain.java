package dev.portico.share;

/// Makes text that came from elsewhere fit to be shown: one line, no control or direction
/// characters, bounded.
public final class Plain {
    private static final int LONGEST = 400;
    private static final int LONGEST_NAME = 100;

    private Plain() {}

    public static String text(String foreign) {
        StringBuilder plain = new StringBuilder(Math.min(foreign.length(), LONGEST));
        foreign.codePoints().limit(LONGEST).forEach(c -> append(plain, c));
        if (foreign.codePointCount(0, foreign.length()) > LONGEST) {
            plain.append('…');
        }
        return plain.toString().strip();
    }

    /// Whether people can read it as a name, and it fits where names are shown.
    public static boolean isName(String text) {
        return text(text).equals(text) && text.codePointCount(0, text.length()) <= LONGEST_NAME;
    }

    private static void append(StringBuilder plain, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                if (c == '\n' || c == '\t' || c == '\r') {
                    plain.append(' ');
                } else {
                    plain.append(String.format("\\u%04x", c));
                }
            }
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    plain.append(String.format("\\u%04x", c));
            default -> plain.appendCodePoint(c);
        }
    }
}
