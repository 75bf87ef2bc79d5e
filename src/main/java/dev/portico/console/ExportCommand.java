package dev.portico.console;

import dev.portico.interop.export.Export;
import dev.portico.interop.export.ExportForm;
import dev.portico.interop.export.PublicKeyFile;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Writes saved shares as what an expert would have written without Portico.
@Command(
        name = "export",
        description = "Write saved shares for other programs, to standard output.",
        footer = {
            "",
            "Examples:",
            "  portico export web --as ssh",
            "  portico export web --as systemd > ~/.config/systemd/user/web.service",
            "  portico export vps --as nginx --basic-auth",
            "  portico export web web-too --as nginx-upstream --site www.example.com",
            "  portico export vps --as portico > team.json"
        })
final class ExportCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin final HelpOption help = new HelpOption();
    @Mixin private final ConfigOption config = new ConfigOption();

    @Parameters(
            arity = "1..*",
            paramLabel = "SHARE|SERVER",
            description = "A saved share, or a saved server for all of its shares.")
    private List<String> names = List.of();

    @Option(
            names = "--as",
            required = true,
            paramLabel = "FORM",
            description = {
                "ssh, autossh, ssh-config; systemd, launchd; nginx, caddy, or nginx-upstream"
                        + " for several servers; authorized-keys and sshd-config for the server;"
                        + " portico, a file for 'portico import'."
            })
    private String as = "";

    @Option(
            names = "--of",
            paramLabel = "PROGRAM",
            description =
                    "With systemd and launchd: what it runs, 'ssh' (the default) or 'portico'.")
    private @Nullable String of;

    @Option(
            names = "--basic-auth",
            description = "With nginx, nginx-upstream and caddy: ask visitors for a password.")
    private boolean basicAuth;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "With nginx-upstream: the name that it answers to, by https.")
    private @Nullable String site;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "With authorized-keys: the key, instead of the server's key with .pub.")
    private @Nullable Path publicKey;

    ExportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble, ProblemException {
        ExportForm form = ExportForm.parse(as);
        checkOptions(form);
        String text;
        try (SettingsStore store = config.open(around)) {
            Export export = new ExportChoice(store, around.home()).export(names, wishes());
            ServersCommand.warn(store, around);
            text = export.text(form);
        }
        around.out().writeBytes(text.getBytes(StandardCharsets.UTF_8));
        around.out().flush();
        if (form == ExportForm.PORTICO) {
            new Words(around.err(), around.locale()).say("console.export.no-secrets");
        }
        return ExitCode.DONE;
    }

    private Export.Wishes wishes() {
        return new Export.Wishes(
                Optional.ofNullable(of).filter("portico"::equals).map(_ -> program()),
                basicAuth,
                Optional.ofNullable(site),
                this::publicKey);
    }

    private static String program() {
        return System.getProperty("jpackage.app-path", "portico");
    }

    private String publicKey(Server server) {
        Given.refuseEmpty("--public-key", publicKey);
        return PublicKeyFile.read(server, Optional.ofNullable(publicKey));
    }

    private void checkOptions(ExportForm form) {
        if (basicAuth && !form.isWeb()) {
            throw new WrongUsage("console.usage.export-auth");
        }
        if (of != null && (!form.isUnit() || !Set.of("ssh", "portico").contains(of))) {
            throw new WrongUsage("console.usage.export-of");
        }
        if (site != null && form != ExportForm.NGINX_UPSTREAM) {
            throw new WrongUsage("console.usage.export-site");
        }
        if (publicKey != null && form != ExportForm.AUTHORIZED_KEYS) {
            throw new WrongUsage("console.usage.export-key");
        }
    }
}
