package dev.portico;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.RealSshd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A name is looked up anew at each try: a server whose address changes meanwhile is found.
@Timeout(60)
class MovedServerTest {
    @RegisterExtension static final RealSshd SSHD = RealSshd.forAllTests();

    @TempDir Path folder;

    @Test
    void isFoundAtItsNewAddress() throws Exception {
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.99 moving.example.com\n");
        Process process = share(hosts);
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            awaitEvent(out, "server-unreachable");
            Files.writeString(hosts, "127.0.0.1 moving.example.com\n");
            awaitEvent(out, "\"event\":\"open\"");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process share(Path hosts) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.net.hosts.file=" + hosts,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "share",
                        "3000",
                        "--on",
                        SSHD.user() + "@moving.example.com:" + SSHD.port(),
                        "-i",
                        SSHD.keyFile().toString(),
                        "--known-hosts",
                        folder.resolve("known").toString(),
                        "--accept-new-host-key",
                        "--config",
                        folder.toString(),
                        "--json")
                .start();
    }

    private static void awaitEvent(BufferedReader out, String word) throws Exception {
        String line = out.readLine();
        while (line != null && !line.contains(word)) {
            line = out.readLine();
        }
        assertThat(line).as("an event with " + word).isNotNull();
    }
}
