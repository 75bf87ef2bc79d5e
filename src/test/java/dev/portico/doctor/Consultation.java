package dev.portico.doctor;

import dev.portico.fixture.PorticoProcess;
import dev.portico.fixture.TwoHosts;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One examination by the command line, in a process of its own.
///
/// @param network where the server is on another computer of it
record Consultation(
        Server server,
        String bind,
        int port,
        String password,
        Path settings,
        Optional<TwoHosts> network) {

    List<Told> findings() {
        List<String> command = new ArrayList<>(List.of("doctor", name(), "--json"));
        command.addAll(List.of("--config", settings.toString()));
        command.addAll(List.of("--bind", bind, "--port", String.valueOf(port)));
        server.hostKeys()
                .file()
                .ifPresent(file -> command.addAll(List.of("--known-hosts", file.toString())));
        if (server.hostKeys().acceptNew()) {
            command.add("--accept-new-host-key");
        }
        if (server.signIn() instanceof SignIn.KeyFiles(List<Path> paths)) {
            paths.forEach(path -> command.addAll(List.of("-i", path.toString())));
        }
        List<String> whole = PorticoProcess.command(command);
        return Told.read(run(network.map(hosts -> hosts.here().command(whole)).orElse(whole)));
    }

    /// Only a saved server signs in with a password alone.
    private String name() {
        if (!(server.signIn() instanceof SignIn.Password)) {
            return server.address();
        }
        List<String> add = List.of("servers", "add", "real", server.address(), "--password");
        List<String> where = List.of("--config", settings.toString());
        run(PorticoProcess.command(Stream.concat(add.stream(), where.stream()).toList()));
        return "real";
    }

    private String run(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("PORTICO_PASSWORD", password);
            if (password.isEmpty()) {
                builder.environment().remove("PORTICO_PASSWORD");
            }
            Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes());
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
