package dev.portico.console;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A stream that remembers why it could not be written: a reader that goes is no failure, a full
/// disk is one.
public final class Output extends PrintStream {
    private final Watched watched;

    public Output(OutputStream out, Charset charset) {
        this(new Watched(out), charset);
    }

    private Output(Watched watched, Charset charset) {
        super(watched, false, charset);
        this.watched = watched;
    }

    /// Why not all of it was written, unless nobody reads it any more.
    ///
    /// @param proc where Linux tells of itself; the words of a broken pipe follow the language
    Optional<IOException> failure(Path proc) {
        flush();
        return Optional.ofNullable(watched.failure)
                .filter(e -> !String.valueOf(e.getMessage()).contains("pipe") && !isPipe(proc));
    }

    private static boolean isPipe(Path proc) {
        try {
            String goal = Files.readSymbolicLink(proc.resolve("self/fd/1")).toString();
            return goal.startsWith("pipe:") || goal.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private static final class Watched extends OutputStream {
        private final OutputStream out;
        private volatile @Nullable IOException failure;

        Watched(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
