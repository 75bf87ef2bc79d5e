package dev.portico.interop.config;

/// A pattern of `*` and `?`, matched in a time that grows with both lengths at most.
///
/// @param file whether brackets and backslashes mean what they mean in a pattern of file names
record Wild(String pattern, boolean file) {

    static Wild ofHost(String pattern) {
        return new Wild(pattern, false);
    }

    static Wild ofFile(String pattern) {
        return new Wild(pattern, true);
    }

    /// Whether it can match more than one text.
    boolean isOne() {
        return pattern.chars().noneMatch(c -> c == '*' || c == '?' || (file && c == '['));
    }

    boolean matches(String text) {
        int at = 0;
        int from = 0;
        int star = -1;
        int mark = 0;
        while (at < text.length()) {
            if (isStar(from)) {
                star = from++;
                mark = at;
            } else if (from < pattern.length() && fits(text.charAt(at), from)) {
                at++;
                from = end(from);
            } else if (star >= 0) {
                from = star + 1;
                at = ++mark;
            } else {
                return false;
            }
        }
        while (isStar(from)) {
            from++;
        }
        return from == pattern.length();
    }

    private boolean isStar(int from) {
        return from < pattern.length() && pattern.charAt(from) == '*';
    }

    private boolean fits(char c, int from) {
        char wanted = pattern.charAt(from);
        int end = end(from);
        if (wanted == '?') {
            return true;
        }
        if (file && wanted == '[' && end > from + 1) {
            return isIn(c, from + 1, end - 1);
        }
        return c == pattern.charAt(end - 1);
    }

    /// Behind the part of the pattern that stands for one character.
    private int end(int from) {
        if (file && pattern.charAt(from) == '\\' && from + 1 < pattern.length()) {
            return from + 2;
        }
        if (file && pattern.charAt(from) == '[') {
            int first = from + (isNegation(from + 1) ? 2 : 1);
            int close = pattern.indexOf(']', first + 1);
            return close < 0 ? from + 1 : close + 1;
        }
        return from + 1;
    }

    private boolean isNegation(int at) {
        return at < pattern.length() && "!^".indexOf(pattern.charAt(at)) >= 0;
    }

    private boolean isIn(char c, int from, int end) {
        boolean negated = isNegation(from);
        boolean in = false;
        int i = negated ? from + 1 : from;
        while (i < end) {
            boolean range = i + 2 < end && pattern.charAt(i + 1) == '-';
            char last = pattern.charAt(range ? i + 2 : i);
            in |= c >= pattern.charAt(i) && c <= last;
            i += range ? 3 : 1;
        }
        return in != negated;
    }
}
