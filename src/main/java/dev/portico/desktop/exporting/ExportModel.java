package dev.portico.desktop.exporting;

import dev.portico.desktop.look.Mark;
import dev.portico.desktop.shares.Desk;
import dev.portico.interop.export.Alias;
import dev.portico.interop.export.Export;
import dev.portico.interop.export.ExportForm;
import dev.portico.interop.export.PublicKeyFile;
import dev.portico.share.BadInput;
import dev.portico.share.Plain;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.store.Parcel;
import dev.portico.store.Settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is being exported, without controls. All methods belong to the screen's thread.
public final class ExportModel {

    /// @param words the text, or why there is none
    record Written(String words, boolean isText) {}

    private final Desk desk;
    private final Path home;
    private ExportForm form = ExportForm.SSH;
    private boolean passwords;
    private Written written = new Written("", false);
    private String name = "";
    private List<Share> shares = List.of();
    private List<Server> servers = List.of();

    /// @param home of the user
    public ExportModel(Desk desk, Path home) {
        this.desk = desk;
        this.home = home;
    }

    void openShare(String share) {
        open(share, settings().shares().stream().filter(s -> s.name().equals(share)).toList());
    }

    /// All that goes through the server, or the server alone.
    void openServer(String server) {
        open(server, settings().shares().stream().filter(s -> s.server().equals(server)).toList());
    }

    private void open(String newName, List<Share> newShares) {
        name = newName;
        shares = newShares;
        servers = shares.isEmpty() ? settings().server(newName).stream().toList() : List.of();
        if (shares.isEmpty()) {
            form = ExportForm.PORTICO;
        }
        write();
    }

    String name() {
        return name;
    }

    ExportForm form() {
        return form;
    }

    /// Whether the text has a line that no window is wide enough for.
    boolean isOneLine() {
        return switch (form) {
            case SSH, AUTOSSH, AUTHORIZED_KEYS -> true;
            case SSH_CONFIG, SYSTEMD, LAUNCHD, NGINX, NGINX_UPSTREAM, CADDY, SSHD_CONFIG, PORTICO ->
                    false;
        };
    }

    /// Whether a web server asks visitors for one.
    boolean asksPasswords() {
        return passwords;
    }

    void choose(ExportForm newForm, boolean asksPasswords) {
        form = newForm;
        passwords = asksPasswords;
        write();
    }

    Written written() {
        return written;
    }

    /// What the file is usually called.
    String fileName() {
        String word = Alias.each(List.of(name)).of(name);
        return switch (form) {
            case SSH, AUTOSSH -> word + ".sh";
            case SSH_CONFIG, SSHD_CONFIG, NGINX, NGINX_UPSTREAM -> word + ".conf";
            case SYSTEMD -> word + ".service";
            case LAUNCHD -> "dev.portico." + word + ".plist";
            case CADDY -> "Caddyfile";
            case AUTHORIZED_KEYS -> "authorized_keys";
            case PORTICO -> word + ".json";
        };
    }

    void copy() {
        desk.copy().accept(written.words());
        desk.notices().say(Mark.PASSED, desk.texts().of("export.copied"), "");
    }

    void save(Path file) {
        String text = written.words();
        desk.background()
                .run(
                        () -> saved(file, text),
                        failure ->
                                desk.notices()
                                        .say(
                                                failure.isEmpty() ? Mark.PASSED : Mark.FAILED,
                                                said(failure.isEmpty()),
                                                failure.orElse(file.toString())),
                        problem -> desk.notices().say(Mark.FAILED, said(false), problem.raw()));
    }

    private String said(boolean saved) {
        return desk.texts().of(saved ? "export.saved" : "export.not-saved");
    }

    /// @return why not
    private static Optional<String> saved(Path file, String text) {
        try {
            Files.writeString(file, text);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Plain.text(String.valueOf(e.getMessage())));
        }
    }

    private void write() {
        try {
            written = new Written(export().text(form), true);
        } catch (BadInput e) {
            written = new Written(e.title(desk.texts().locale()), false);
        } catch (ProblemException e) {
            written = new Written(e.problem().title(desk.texts().locale()), false);
        }
    }

    private Export export() {
        Settings settings = settings();
        return new Export(
                shares,
                servers,
                settings::server,
                Alias.each(settings.shares().stream().map(Share::name).toList()),
                new Export.Wishes(
                        Optional.empty(),
                        passwords && form.isWeb(),
                        Optional.empty(),
                        server -> PublicKeyFile.read(server, Optional.empty())),
                export -> Parcel.of(settings, export.shares(), export.servers()).text(home));
    }

    private Settings settings() {
        return desk.store().settings();
    }
}
