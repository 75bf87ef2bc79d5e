package dev.portico.console;

import dev.portico.interop.CaddySite;
import dev.portico.interop.ExportedCommand;
import dev.portico.interop.LaunchdPlist;
import dev.portico.interop.NginxSite;
import dev.portico.interop.PublicPlace;
import dev.portico.interop.ShellWords;
import dev.portico.interop.SshConfigBlock;
import dev.portico.interop.SystemdUnit;
import dev.portico.share.BadInput;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.store.SettingsStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// Writes saved shares as what an expert would have written without Portico.
@Command(
        name = "export",
        description = "Write saved shares for other programs, to standard output.",
        footer = {
            "",
            "Examples:",
            "  portico export web --as ssh",
            "  portico export web --as systemd > ~/.config/systemd/user/web.service",
            "  portico export vps --as nginx --basic-auth"
        })
final class ExportCommand implements Callable<Integer> {
    private static final String SSH = "/usr/bin/ssh";

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
            description = "ssh, autossh, ssh-config, systemd, launchd, nginx or caddy.")
    private String as = "";

    @Option(
            names = "--of",
            paramLabel = "PROGRAM",
            description =
                    "With systemd and launchd: what it runs, 'ssh' (the default) or 'portico'.")
    private @Nullable String of;

    @Option(
            names = "--basic-auth",
            description = "With nginx and caddy: ask visitors for a name and a password.")
    private boolean basicAuth;

    ExportCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws SettingsTrouble, ProblemException {
        ExportForm form = ExportForm.parse(as);
        checkOptions(form);
        String text;
        try (SettingsStore store = config.open(around)) {
            ExportChoice choice = new ExportChoice(store);
            List<Share> shares = choice.shares(names);
            ServersCommand.warn(store, around);
            check(form, shares, choice);
            text = text(form, shares, choice);
        }
        around.out().writeBytes(text.getBytes(StandardCharsets.UTF_8));
        around.out().flush();
        return ExitCode.DONE;
    }

    private String text(ExportForm form, List<Share> shares, ExportChoice choice)
            throws ProblemException {
        List<String> parts = new ArrayList<>();
        if (form == ExportForm.NGINX) {
            parts.add(NginxSite.start());
        }
        for (Share share : shares) {
            parts.add(part(form, share, choice.server(share), choice.store().settings()::server));
        }
        return String.join(form.isSite() || form == ExportForm.SSH_CONFIG ? "\n" : "", parts);
    }

    private void checkOptions(ExportForm form) {
        if (basicAuth && !form.isSite()) {
            throw new WrongUsage("console.usage.export-auth");
        }
        if (of != null && (!form.isUnit() || !Set.of("ssh", "portico").contains(of))) {
            throw new WrongUsage("console.usage.export-of");
        }
    }

    private String part(
            ExportForm form, Share share, Server server, Function<String, Optional<Server>> saved)
            throws ProblemException {
        return switch (form) {
            case SSH -> line(ExportedCommand.ssh(share, server, saved));
            case AUTOSSH -> line(ExportedCommand.autossh(share, server, saved));
            case SSH_CONFIG -> SshConfigBlock.of(share, server, saved);
            case SYSTEMD -> SystemdUnit.of(share.name(), kept(share, server, saved));
            case LAUNCHD -> LaunchdPlist.of(share.name(), kept(share, server, saved));
            case NGINX -> NginxSite.of(PublicPlace.of(share, server), basicAuth);
            case CADDY -> CaddySite.of(PublicPlace.of(share, server), basicAuth);
        };
    }

    private static String line(List<String> words) {
        return ShellWords.line(words) + "\n";
    }

    /// The command of a unit, by the path where a program is that every system has.
    private List<String> kept(Share share, Server server, Function<String, Optional<Server>> saved)
            throws ProblemException {
        if (Optional.ofNullable(of).equals(Optional.of("portico"))) {
            String program = System.getProperty("jpackage.app-path", "portico");
            return ExportedCommand.portico(program, share, server);
        }
        List<String> words = new ArrayList<>(ExportedCommand.ssh(share, server, saved));
        words.set(0, SSH);
        return words;
    }

    private static void check(ExportForm form, List<Share> shares, ExportChoice choice) {
        if (form.isUnit() && shares.size() > 1) {
            throw new WrongUsage("console.usage.export-one");
        }
        if (form.isSite()) {
            checkPlaces(shares, choice);
        }
    }

    /// Of two sites with one name only the first would ever be seen.
    private static void checkPlaces(List<Share> shares, ExportChoice choice) {
        Set<String> taken = new HashSet<>();
        for (Share share : shares) {
            String place = PublicPlace.of(share, choice.server(share)).name();
            if (!taken.add(place)) {
                throw new BadInput("input.export.same-place", "place", place);
            }
        }
    }
}
