package dev.portico.console;

import dev.portico.doctor.Examining;
import dev.portico.fixture.Await;
import dev.portico.fixture.MemoryKeyring;
import dev.portico.fixture.PretendLinker;
import dev.portico.link.OwnKeys;
import dev.portico.practice.Practice;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A console with a keyboard, two streams, and signals, all in this process.
final class Terminal implements ProcessEnd {
    static final Examining NO_DOCTOR =
            (_, _) -> {
                throw new UnsupportedOperationException("nobody is examined here");
            };

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final MemoryKeyring keyring = new MemoryKeyring();
    final PretendLinker linker = new PretendLinker();
    final Map<String, String> env = new HashMap<>();
    final CompletableFuture<Integer> halted = new CompletableFuture<>();
    Output stdout = new Output(out, StandardCharsets.UTF_8);
    int forgettable = 1;
    Optional<String> answer = Optional.empty();
    SecretPrompt prompt = (_, _) -> answer.map(String::toCharArray);
    Linking linking =
            (_, _, _, _) ->
                    new Linking.Opened(
                            linker,
                            (_, _) -> {
                                throw new AssertionError("nothing is to run on a server");
                            },
                            new OwnKeys(),
                            _ -> forgettable,
                            NO_DOCTOR,
                            () -> {});
    private final Path folder;
    private volatile boolean interrupted;
    private volatile Optional<Runnable> hook = Optional.empty();

    Terminal(Path folder) {
        this.folder = folder;
    }

    int run(String... arguments) {
        return new Console(surroundings()).run(arguments);
    }

    CompletableFuture<Integer> start(String... arguments) {
        return CompletableFuture.supplyAsync(
                () -> run(arguments), task -> Thread.ofVirtual().start(task));
    }

    private Surroundings surroundings() {
        return new Surroundings(
                stdout,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                folder,
                Path.of("/home/me"),
                folder.resolve("proc"),
                Clock.systemUTC(),
                Locale.ENGLISH,
                prompt,
                keyring,
                linking,
                Practice::new,
                this);
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    List<JsonNode> events() {
        JsonMapper mapper = new JsonMapper();
        String said = said();
        return said.substring(0, said.lastIndexOf('\n') + 1).lines().map(mapper::readTree).toList();
    }

    List<String> eventNames() {
        return events().stream().map(event -> event.path("event").asString()).toList();
    }

    void awaitEvent(String name) throws Exception {
        Await.until(() -> eventNames().contains(name));
    }

    JsonNode event(String name) {
        return events().stream()
                .filter(event -> event.path("event").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    void interrupt() {
        interrupted = true;
        Thread.ofPlatform().start(hook.orElseThrow());
    }

    @Override
    public void onSignal(Runnable newHook) {
        hook = Optional.of(newHook);
    }

    @Override
    public boolean forget(Runnable oldHook) {
        return !interrupted;
    }

    @Override
    public void halt(int code) {
        halted.complete(code);
    }
}
