package dev.portico.setup;

import dev.portico.interop.ShellWords;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// A POSIX shell script in the making.
final class ScriptText {
    private static final String END = "PORTICO_END";

    private final StringBuilder text = new StringBuilder("#!/bin/sh\n");

    private ScriptText() {}

    static ScriptText start(String... comment) {
        ScriptText script = new ScriptText();
        for (String line : comment) {
            script.text.append("# ").append(line).append('\n');
        }
        script.text.append('\n');
        return script;
    }

    ScriptText set(String variable, String value) {
        text.append(variable).append('=').append(ShellWords.line(List.of(value))).append('\n');
        return this;
    }

    ScriptText with(Consumer<ScriptText> more) {
        more.accept(this);
        return this;
    }

    ScriptText function(String name, List<String> commands) {
        text.append('\n').append(name).append("() {\n");
        (commands.isEmpty() ? List.of(":") : commands)
                .forEach(command -> text.append("    ").append(command).append('\n'));
        text.append("}\n");
        return this;
    }

    /// A function that writes the document into a file.
    ScriptText document(String function, String file, String content) {
        text.append('\n').append(function).append("() {\n    cat > \"").append(file);
        text.append("\" << '" + END + "'\n").append(content).append(END + "\n}\n");
        return this;
    }

    ScriptText resource(String name) {
        text.append('\n');
        try (InputStream in = ScriptText.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            text.append(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    String text() {
        return text.toString();
    }
}
