package dev.portico.interop;

import dev.portico.share.BadInput;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Splits a line into words as a shell does, and remembers where each stood. What only a shell can
/// do, such as a variable or a pipe, is refused.
final class SshWords {
    private static final String SHELL = "|;<>`$()";
    private static final String TYPESET =
            "\u2010\u2011\u2012\u2013\u2014\u2212\u2018\u2019\u201c\u201d\u00a0";
    private static final String TYPED = "------''\"\" ";

    /// @param length as it stands in the line, quotes and all
    record Word(String text, int offset, int length) {}

    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1L;
        private final int offset;
        private final transient BadInput why;

        Unclear(int offset, BadInput why) {
            super(why);
            this.offset = offset;
            this.why = why;
        }

        SshLine.Wrong wrong(String line) {
            String typed = typed(line);
            return new SshLine.Wrong(
                    offset,
                    1,
                    why,
                    typed.equals(line) ? Optional.empty() : Optional.of(typed.strip()));
        }
    }

    private final String line;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int at;
    private int from = -1;

    private SshWords(String line) {
        this.line = line;
    }

    static List<Word> of(String line) throws Unclear {
        return new SshWords(line).split();
    }

    private List<Word> split() throws Unclear {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isWhitespace(c)) {
                end();
            } else if (c == '\'' || c == '"') {
                quoted(c);
            } else if (TYPESET.indexOf(c) >= 0) {
                throw new Unclear(at, new BadInput("input.ssh.typeset", "text", String.valueOf(c)));
            } else if (c == '\\') {
                escaped();
            } else if (SHELL.indexOf(c) >= 0 && !isPrompt()) {
                throw new Unclear(at, new BadInput("input.ssh.shell", "text", String.valueOf(c)));
            } else {
                add(c);
            }
            at++;
        }
        end();
        return List.copyOf(words);
    }

    /// With the dashes and quotes that were there before a word processor changed them; a long
    /// dash may have been two.
    private static String typed(String line) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int place = TYPESET.indexOf(c);
            typed.append(place < 0 ? c : TYPED.charAt(place));
        }
        return typed.toString();
    }

    /// A line copied from a manual often starts with the shell's own sign.
    private boolean isPrompt() {
        return line.startsWith("$ ", at) && words.isEmpty() && from < 0;
    }

    private void quoted(char quote) throws Unclear {
        int close = line.indexOf(quote, at + 1);
        if (close < 0) {
            throw new Unclear(at, new BadInput("input.ssh.quote"));
        }
        begin();
        word.append(line, at + 1, close);
        at = close;
    }

    /// A backslash at the end of a line only joins it to the next, also where the line break is
    /// gone since.
    private void escaped() {
        boolean joins = at + 1 >= line.length() || Character.isWhitespace(line.charAt(at + 1));
        if (joins) {
            end();
        } else {
            at++;
            add(line.charAt(at));
        }
    }

    private void add(char c) {
        begin();
        word.append(c);
    }

    private void begin() {
        if (from < 0) {
            from = at;
        }
    }

    private void end() {
        if (from >= 0) {
            words.add(new Word(word.toString(), from, at - from));
            word.setLength(0);
            from = -1;
        }
    }
}
