package dev.portico.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.Account;
import dev.portico.fixture.Commands;
import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RequiresSshd;
import dev.portico.link.Links;
import dev.portico.link.OwnKeys;
import dev.portico.setup.OwnServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The command sets a real server up, after it was told to.
@RequiresSshd
@Timeout(120)
class SetupCommandTest {
    @TempDir Path folder;
    private Terminal terminal;
    private Account account;
    private OwnServer own;
    private String port;

    @BeforeEach
    void start() throws Exception {
        account = Account.make("unused " + UUID.randomUUID());
        own = OwnServer.start(true);
        port = String.valueOf(LocalServices.unusedPort());
        terminal = new Terminal(folder);
        terminal.linking =
                (hosts, asker, keyring, saved) -> {
                    Links links = new Links(hosts, asker, keyring, saved, Clock.systemUTC());
                    return new Linking.Opened(
                            links, links, new OwnKeys(), links, Terminal.NO_DOCTOR, links::close);
                };
    }

    @AfterEach
    void stop() {
        own.close();
        account.close();
    }

    @Test
    void showsTheLinesAsksTellsEachStepAndSaves() {
        List<String> asked = new ArrayList<>();
        terminal.prompt =
                (question, _) -> {
                    assertThat(terminal.said()).contains("#!/bin/sh", "Match User");
                    asked.add(question);
                    return Optional.of("y".toCharArray());
                };
        assertThat(run("--ports", port, "--everyone", "--save-as", "mine")).isZero();
        assertThat(asked).singleElement().asString().contains("[y/N]");
        assertThat(terminal.said())
                .contains(
                        "Check: sshd -t",
                        "Bytes from a visitor to this computer and back: works",
                        "A shell: refused",
                        "A port that it may not share: refused",
                        "Saved mine.");
        assertThat(terminal.run("servers", "list", "--json")).isZero();
        assertThat(terminal.said()).contains("\"mine\"", account.name(), port);
        assertThat(folder.resolve("keys/mine")).exists();
    }

    @Test
    void whoSaysNoChangesNothing() {
        Map<String, String> before = own.everything(home());
        terminal.prompt = (_, _) -> Optional.of("n".toCharArray());
        assertThat(run("--ports", port)).isZero();
        assertThat(terminal.complained()).contains("Nothing was changed.");
        assertThat(own.everything(home())).isEqualTo(before);
        assertThat(folder.resolve("keys")).isEmptyDirectory();
    }

    @Test
    void tellsAScriptEachStepAndTakesAllBack() {
        Map<String, String> before = own.everything(home());
        assertThat(run("--ports", port, "--yes", "--json")).isZero();
        assertThat(terminal.events().stream().map(it -> it.path("event").asString()))
                .contains("step", "tried")
                .endsWith("done");
        JsonNode done = terminal.event("done");
        assertThat(done.path("ports").asString()).isEqualTo(port);
        assertThat(done.path("user").asString()).isEqualTo(account.name());
        terminal.out.reset();
        assertThat(run("--undo", "--yes", "--json")).isZero();
        assertThat(terminal.eventNames()).containsExactly("step", "undone");
        assertThat(own.everything(home())).isEqualTo(before);
        assertThat(run("--undo", "--yes")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.complained()).contains("has set nothing up");
    }

    @Test
    void printsTheScriptAndChangesNothing() throws Exception {
        Map<String, String> before = own.everything(home());
        assertThat(run("--ports", port, "--script")).isZero();
        assertThat(own.everything(home())).isEqualTo(before);
        assertThat(terminal.complained()).contains("portico servers add");
        Path script = Files.writeString(folder.resolve("set-up.sh"), terminal.said());
        assertThat(Commands.succeed("sh", script.toString())).contains("portico done:");
        assertThat(run("--undo", "--yes")).isZero();
        assertThat(own.everything(home())).isEqualTo(before);
    }

    @Test
    void aProblemIsToldToAScriptToo() {
        terminal.linking = failing();
        assertThat(run("--ports", port, "--yes", "--json")).isEqualTo(ExitCode.PROBLEM);
        assertThat(terminal.event("failed").path("problem").path("code").asString())
                .isEqualTo("auth-refused");
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.complained()).contains("--ports 9000-9009");
        assertThat(run("--ports", port, "--json")).isEqualTo(ExitCode.USAGE);
        assertThat(run("--ports", "1-500")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.complained()).contains("That is 500 ports.");
        assertThat(run("--ports", port, "--firewall", "wall", "--script"))
                .isEqualTo(ExitCode.USAGE);
    }

    private Linking failing() {
        Linking usual = terminal.linking;
        return (hosts, asker, keyring, saved) -> {
            Linking.Opened opened = usual.open(hosts, asker, keyring, saved);
            return new Linking.Opened(
                    opened.linker(),
                    (server, progress) ->
                            opened.remotes()
                                    .remote(
                                            server.at("127.0.0.1", server.port(), "nobody-here"),
                                            progress),
                    opened.keys(),
                    opened.hostKeys(),
                    opened.doctor(),
                    opened.closing());
        };
    }

    private int run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("servers", "setup", own.server().address()));
        arguments.addAll(List.of("--user", account.name()));
        arguments.addAll(List.of("-i", own.sshd().keyFile().toString()));
        arguments.addAll(List.of("--known-hosts", own.sshd().knownHosts().toString()));
        arguments.addAll(List.of("--sshd-config", own.places().config()));
        arguments.addAll(List.of("--state", own.places().state()));
        arguments.addAll(List.of("--reload", own.places().reload()));
        arguments.addAll(List.of(more));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private Path home() {
        return Path.of("/home", account.name());
    }
}
