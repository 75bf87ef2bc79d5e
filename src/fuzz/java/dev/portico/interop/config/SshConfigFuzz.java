package dev.portico.interop.config;

import dev.portico.fuzz.Bounded;
import dev.portico.fuzz.Fuzzed;
import dev.portico.interop.config.servers.Imports;
import dev.portico.share.BadInput;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A file of ssh_config(5): every alias that it offers is resolved and read as a server, or refused
/// in words.
public final class SshConfigFuzz implements Fuzzed {
    private static final int MOST_ALIASES = 5;

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Bounded.take(new SshConfigFuzz(), input);
    }

    @Override
    public List<String> seeds() {
        return List.of(
                """
                Host web *.example.com !no.example.com
                  HostName %h.example.com
                  Port=2222
                  User "me"
                  IdentityFile ~/.ssh/id_%n
                  ProxyJump gate,you@[::1]:2200
                  RemoteForward *:8080 localhost:80
                  RemoteForward [::1]:0 /run/a.sock
                  ServerAliveInterval 3
                  UserKnownHostsFile "/k a"
                """,
                """
                Match host web,?eb user me !originalhost x
                  StrictHostKeyChecking accept-new
                Match exec "true" final
                Host gate # comment
                  ProxyCommand nc %h %p
                  IdentitiesOnly yes
                  AddressFamily inet6
                  ConnectTimeout 5
                Include missing.conf
                """,
                "Host a b\nHost a\n  HostKeyAlias x\nIdentityAgent none\nSendEnv LANG\n");
    }

    @Override
    public void take(byte[] input) throws Exception {
        Path file = Files.createTempFile("config", "");
        try {
            Files.write(file, input);
            Here here = new Here(file.resolveSibling("no-home"), "me", () -> "h", Map.of());
            SshConfig config = SshConfig.read(file, here);
            Imports imports = new Imports(config);
            for (String alias : config.aliases().stream().limit(MOST_ALIASES).toList()) {
                try {
                    config.resolve(alias);
                } catch (BadInput _) {
                    continue;
                }
                imports.server(alias);
            }
            imports.findings();
        } finally {
            Files.delete(file);
        }
    }
}
