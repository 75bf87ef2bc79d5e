package dev.portico.interop;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Words, parted by line ends here, become a line that is taken apart into the same words; and any
/// line is taken apart or refused.
public final class ShellWordsFuzz implements Fuzzed {

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new ShellWordsFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                "ssh\n-R\na b\n\nit's\n\"x\"", "a \"b c\" 'd'\\''e' \\\n f", "$ x | `y` – “");
    }

    @Override
    public void take(byte[] input) throws Exception {
        String text = new String(input, StandardCharsets.UTF_8);
        List<String> words = List.of(text.split("\n", -1));
        String line = ShellWords.line(words);
        Fuzzed.same(words, SshWords.of(line).stream().map(SshWords.Word::text).toList(), line);
        try {
            for (SshWords.Word word : SshWords.of(text)) {
                if (word.offset() < 0 || word.offset() + word.length() > text.length()) {
                    throw new AssertionError("stands outside: " + word);
                }
            }
        } catch (SshWords.Unclear e) {
            e.wrong(text);
        }
    }
}
