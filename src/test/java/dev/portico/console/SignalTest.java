package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portico.fixture.PretendLinker;
import dev.portico.link.OwnKeys;
import dev.portico.practice.Practice;
import dev.portico.share.Keyring;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process of its own, real signals, real pipes.
@Timeout(60)
class SignalTest {
    @TempDir Path folder;

    @Test
    void sigtermWithdrawsAndEndsWithZero() throws Exception {
        endsWell("-TERM", "vps");
    }

    @Test
    void sigintWithdrawsAndEndsWithZero() throws Exception {
        assumeFalse(ignoresSigint(), "this JVM ignores SIGINT, and so would its child");
        endsWell("-INT", "vps");
    }

    @Test
    void whatHangsIsLeftBehind() throws Exception {
        endsWell("-TERM", "stuck");
    }

    @Test
    void aReaderThatGoesEndsIt() throws Exception {
        Process process = start("share", "3000", "--on", "vps", "--json");
        process.getInputStream().close();
        process.waitFor();
        assertThat(process.exitValue()).isZero();
        assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    }

    @Test
    void outputThatCannotBeWrittenIsSaid() throws Exception {
        File full = new File("/dev/full");
        assumeTrue(full.exists(), "only Linux has a disk that is always full");
        for (String arguments : List.of("share 3000 --on vps --json", "--help")) {
            Process process = builder(arguments.split(" ")).redirectOutput(full).start();
            String said =
                    new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(arguments).isEqualTo(1);
            assertThat(said).contains("could not be written").doesNotContain("\tat ");
        }
    }

    /// A script may give up at any moment, also before there is anything to withdraw.
    @Test
    void sigtermBeforeAnyCommandHasBegunEndsWithZero() throws Exception {
        Process process = start("nothing-yet");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("begun");
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
    }

    private void endsWell(String signal, String server) throws Exception {
        Process process = start("share", "3000", "4000", "--on", server, "--json");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            int open = 0;
            while (open < 2) {
                open += out.readLine().contains("\"event\":\"open\"") ? 1 : 0;
            }
            long before = System.nanoTime();
            new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(ofTwoSeconds());
            assertThat(process.exitValue()).isZero();
            assertThat(out.lines().filter(line -> line.contains("\"stopped\""))).hasSize(2);
        }
        assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    }

    private static Duration ofTwoSeconds() {
        return Duration.ofSeconds(2);
    }

    /// A shell's `&` leaves SIGINT ignored, and that is inherited.
    private static boolean ignoresSigint() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line -> line.substring("SigIgn:".length()).strip())
                    .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & 2) != 0);
        }
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Portico.class.getName(),
                                        folder.toString()),
                                Stream.of(arguments))
                        .toList();
        return new ProcessBuilder(command);
    }

    private Process start(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    /// The console with the JVM's own end, and a server that is not there.
    static final class Portico {
        private Portico() {}

        private static void awaitSignal() throws InterruptedException {
            new CountDownLatch(1).await();
        }

        public static void main(String[] arguments) throws InterruptedException {
            JvmEnd end = new JvmEnd();
            if (arguments[1].equals("nothing-yet")) {
                System.out.println("begun");
                awaitSignal();
            }
            String[] rest = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
            PretendLinker linker = new PretendLinker();
            linker.clingTo("stuck");
            Surroundings around =
                    new Surroundings(
                            new Output(
                                    new FileOutputStream(FileDescriptor.out),
                                    StandardCharsets.UTF_8),
                            System.err,
                            Map.of(),
                            Path.of(arguments[0]),
                            Path.of(""),
                            Path.of(arguments[0], "proc"),
                            Clock.systemUTC(),
                            Locale.ENGLISH,
                            (_, _) -> Optional.empty(),
                            Keyring.NONE,
                            (_, _, _, _) ->
                                    new Linking.Opened(
                                            linker,
                                            (_, _) -> {
                                                throw new AssertionError("nothing is to run");
                                            },
                                            new OwnKeys(),
                                            _ -> 1,
                                            Terminal.NO_DOCTOR,
                                            () -> {}),
                            Practice::new,
                            end);
            end.exit(new Console(around).run(rest));
        }
    }
}
