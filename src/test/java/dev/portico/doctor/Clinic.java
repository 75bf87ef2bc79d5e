package dev.portico.doctor;

import dev.portico.fixture.Account;
import dev.portico.fixture.Commands;
import dev.portico.fixture.Dropbear;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.TwoHosts;
import dev.portico.share.HostKeys;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A real server that ails, examined through the command line by a program that then does what it
/// was told, line by line.
final class Clinic implements AutoCloseable {
    final RealSshd sshd;
    final Path folder;
    private final Deque<Closeable> closings = new ArrayDeque<>();
    private Server server;
    private String bind = "localhost";
    private int port;
    private Optional<Account> account = Optional.empty();
    private Optional<TwoHosts> network = Optional.empty();
    private Optional<Dropbear> dropbear = Optional.empty();
    private String password = "";

    private Clinic(RealSshd sshd) {
        this.sshd = sshd;
        this.folder = sshd.folder();
        this.server = sshd.server();
    }

    static Clinic of(String... lines) {
        return new Clinic(RealSshd.start(lines));
    }

    /// On another computer of the network.
    static Clinic far(String... lines) {
        TwoHosts hosts = TwoHosts.connect();
        Clinic clinic = null;
        try {
            clinic = new Clinic(RealSshd.startOn(hosts.there(), lines));
            clinic.network = Optional.of(hosts);
            return clinic;
        } finally {
            if (clinic == null) {
                hosts.close();
            }
        }
    }

    /// With a Dropbear in the place of OpenSSH.
    static Clinic dropbear(String options) {
        Clinic clinic = of();
        boolean started = false;
        try {
            clinic.asOrdinaryUser();
            Dropbear dropbear = Dropbear.start(clinic.folder, options);
            clinic.dropbear = Optional.of(dropbear);
            Path file = clinic.folder.resolve("known_dropbear");
            clinic.server =
                    clinic.server
                            .at("127.0.0.1", dropbear.port(), clinic.server.user())
                            .withHostKeys(new HostKeys(Optional.of(file), true));
            started = true;
            return clinic;
        } finally {
            if (!started) {
                clinic.close();
            }
        }
    }

    /// Lines at the end of the configuration, where `Match` blocks stand.
    Clinic ending(String... lines) {
        write(config(), Stream.concat(read(config()).stream(), Stream.of(lines)).toList());
        restart();
        return this;
    }

    Clinic wishing(String newBind, int newPort) {
        bind = newBind;
        port = newPort;
        return this;
    }

    /// The key's line, with these words before it.
    Clinic keyLine(String options) {
        write(keys(), List.of(options + " " + publicKey()));
        return this;
    }

    /// Nobody's key is known.
    Clinic withoutKeys() {
        write(keys(), List.of());
        return this;
    }

    /// Signs in as somebody who is not root.
    Clinic asOrdinaryUser() {
        Account made = Account.make("right");
        account = Optional.of(made);
        made.authorize(Path.of(keyFile() + ".pub"));
        server = server.at(server.host(), server.port(), made.name());
        return this;
    }

    Clinic signingIn(SignIn signIn) {
        server = server.withSignIn(signIn);
        return this;
    }

    Clinic withPassword(String words) {
        password = words;
        return signingIn(new SignIn.Password());
    }

    Clinic with(HostKeys keys) {
        server = server.withHostKeys(keys);
        return this;
    }

    Clinic closing(Closeable more) {
        closings.push(more);
        return this;
    }

    TwoHosts network() {
        return network.orElseThrow();
    }

    Account account() {
        return account.orElseThrow();
    }

    private String keyFile() {
        return sshd.keyFile().toString();
    }

    String publicKey() {
        return read(Path.of(keyFile() + ".pub")).getFirst();
    }

    /// What the command line says, in a process of its own.
    List<Told> examine() {
        Path settings = folder.resolve("settings");
        return new Consultation(server, bind, port, password, settings, network).findings();
    }

    /// Does what a finding says. Of several ways it takes the one that fits this server.
    void follow(Told finding, String way) {
        for (Fix fix : finding.fixes()) {
            if (fix.way().isEmpty() || fix.way().equals(way)) {
                follow(fix);
            }
        }
    }

    private void follow(Fix fix) {
        switch (fix.place()) {
            case SSHD_MATCH -> {
                List<String> lines = new ArrayList<>(read(config()));
                int match = 0;
                while (match < lines.size() && !lines.get(match).startsWith("Match")) {
                    match++;
                }
                lines.addAll(match, fix.lines().stream().map(this::here).toList());
                write(config(), lines);
                restart();
            }
            case SSHD_TOP -> {
                List<String> lines = new ArrayList<>(fix.lines());
                lines.addAll(read(config()));
                write(config(), lines);
                restart();
            }
            case KEY_LINE -> keyLineOf(fix.lines().getFirst());
            case SERVER -> fix.lines().forEach(line -> atTheServer(here(line)));
            case HERE -> fix.lines().forEach(this::onThisComputer);
            case SERVICE -> throw new AssertionError("there is no service here");
        }
    }

    /// In the place of the line with the same key, or at the end.
    private void keyLineOf(String line) {
        String key = publicKey().split(" ")[1];
        List<String> lines = new ArrayList<>(read(keys()));
        lines.removeIf(old -> old.contains(key));
        lines.add(line);
        write(keys(), lines);
    }

    /// This server keeps its files in a folder of its own.
    private String here(String line) {
        String home = "~" + server.user();
        String place = account.map(it -> "/home/" + it.name()).orElse(folder.toString());
        String moved =
                account.isPresent()
                        ? line
                        : line.replace(home + "/.ssh/authorized_keys", keys().toString())
                                .replace(
                                        "AuthorizedKeysFile .ssh/authorized_keys",
                                        "AuthorizedKeysFile " + keys())
                                .replace(home + "/.ssh", place);
        return moved.replace(home, place);
    }

    private void atTheServer(String line) {
        if (dropbear.isPresent() && !line.contains("chmod")) {
            String options = line.replaceFirst(".*DROPBEAR_EXTRA_ARGS=\"([^\"]*)\".*", "$1");
            if (!options.equals(line)) {
                dropbear.get().restart(options);
            }
            return;
        }
        if (line.startsWith("sudo systemctl")) {
            sshd.stop();
            sshd.startAgain();
            return;
        }
        String plain = line.replace("sudo ", "");
        List<String> shell = List.of("sh", "-c", plain);
        Commands.run(network.map(hosts -> hosts.there().command(shell)).orElse(shell));
    }

    private void onThisComputer(String line) {
        if (line.contains("forget-key")) {
            server.hostKeys().file().ifPresent(file -> write(file, List.of()));
        } else if (line.contains("--accept-new-host-key")) {
            server = server.withHostKeys(new HostKeys(server.hostKeys().file(), true));
        } else if (line.contains("--port ")) {
            port = Integer.parseInt(line.substring(line.indexOf("--port ") + 7));
        } else if (line.contains("--bind '*'")) {
            bind = "*";
        } else {
            throw new AssertionError("what to do: " + line);
        }
    }

    private void restart() {
        sshd.stop();
        sshd.startAgain();
    }

    private Path config() {
        return folder.resolve("sshd_config");
    }

    private Path keys() {
        return account.map(it -> Path.of("/home", it.name(), ".ssh", "authorized_keys"))
                .orElse(folder.resolve("authorized_keys"));
    }

    private static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        dropbear.ifPresent(Dropbear::close);
        sshd.close();
        closings.forEach(Clinic::close);
        account.ifPresent(Account::close);
        network.ifPresent(TwoHosts::close);
    }

    private static void close(Closeable closing) {
        try {
            closing.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
