package dev.portico.interop;

import dev.portico.interop.SshWords.Word;
import dev.portico.share.BadInput;
import dev.portico.share.Ports;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Way;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the words of one line in their order; options may stand on both sides of the destination.
final class SshLineReader {
    private static final String OTHER_WAYS = "LDWw";

    private static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient SshLine.Wrong wrong;

        Stop(SshLine.Wrong wrong) {
            super(wrong.why());
            this.wrong = wrong;
        }
    }

    private final String line;
    private final List<RemoteText> forwards = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Path> keys = new ArrayList<>();
    private List<String> jumps = List.of();
    private Optional<Word> destination = Optional.empty();
    private SshProgram program = SshProgram.SSH;
    private int port;
    private String user = "";
    private List<Word> words = List.of();
    private int next;

    SshLineReader(String line) {
        this.line = line;
    }

    SshLine read() {
        try {
            words = SshWords.of(line);
            program = program();
            while (next < words.size()) {
                take(words.get(next++));
            }
            return understood();
        } catch (SshWords.Unclear e) {
            return e.wrong(line);
        } catch (Stop e) {
            return e.wrong;
        }
    }

    private SshProgram program() {
        while (next < words.size()) {
            String text = words.get(next++).text();
            if (!text.equals("$") && !text.equals("sudo")) {
                return SshProgram.of(text);
            }
        }
        return SshProgram.SSH;
    }

    private void take(Word word) throws Stop {
        String text = word.text();
        if (text.equals("&")) {
            ignored.add(text);
        } else if (text.equals("&&")) {
            throw stop(word, "input.ssh.shell", "text", text);
        } else if (text.startsWith("-") && text.length() > 1) {
            options(word);
        } else if (destination.isEmpty()) {
            destination = Optional.of(word);
        } else {
            ignored.add(text);
            words.subList(next, words.size()).forEach(rest -> ignored.add(rest.text()));
            next = words.size();
        }
    }

    /// Letters without a value may stand together, the last one may take the rest or the next word.
    private void options(Word word) throws Stop {
        String text = word.text();
        if (program == SshProgram.PLINK && text.length() > 2) {
            wordOption(text);
            return;
        }
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (program.takesValue(letter)) {
                value(letter, word, text.substring(i + 1));
                return;
            }
            if (letter == 'r') {
                throw meant(word, text.replace('r', 'R'));
            }
            ignored.add("-" + letter);
        }
    }

    /// Those of plink are words; a password among them is not repeated.
    private void wordOption(String text) {
        ignored.add(text);
        if (SshProgram.takesValue(text) && next < words.size()) {
            next++;
        }
    }

    private void value(char letter, Word option, String rest) throws Stop {
        if (OTHER_WAYS.indexOf(letter) >= 0) {
            throw stop(option, "input.ssh.other-way", "text", "-" + letter);
        }
        if (rest.isEmpty() && next >= words.size()) {
            throw stop(option, "input.ssh.no-value", "text", "-" + letter);
        }
        Word word =
                rest.isEmpty()
                        ? words.get(next++)
                        : new Word(
                                rest,
                                option.offset() + option.length() - rest.length(),
                                rest.length());
        try {
            set(letter, word);
        } catch (BadInput e) {
            throw new Stop(new SshLine.Wrong(word.offset(), word.length(), e, Optional.empty()));
        }
    }

    private void set(char letter, Word word) throws Stop {
        switch (letter) {
            case 'R' -> forward(word);
            case 'p', 'P' -> portOr(letter, word);
            case 'l' -> user = Server.checkedUser(word.text());
            case 'i' -> keys.add(key(word.text()));
            case 'J' -> jumps = Way.jumps(word.text());
            case 'o' -> setting(word);
            case 'F' -> throw stop(word, "input.ssh.unknown", "text", "-F");
            default -> ignored.add("-" + letter + " " + word.text());
        }
    }

    /// The large letter is the port for plink alone.
    private void portOr(char letter, Word word) throws Stop {
        if (letter == program.portLetter()) {
            port = Ports.parse(word.text());
        } else if (letter == 'P' && isNumber(word.text())) {
            Word option = words.get(Math.max(0, words.indexOf(word) - 1));
            throw option.text().equals("-P")
                    ? meant(option, "-p")
                    : meant(word, word.text().replace('P', 'p'));
        } else {
            ignored.add("-" + letter + " " + word.text());
        }
    }

    private void setting(Word word) throws Stop {
        String[] parts = word.text().strip().split("\\s*=\\s*|\\s+", 2);
        String value = parts.length < 2 ? "" : parts[1];
        Word inside =
                new Word(value, word.offset() + word.length() - value.length(), value.length());
        switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "remoteforward" ->
                    forward(new Word(value.replace(' ', ':'), inside.offset(), inside.length()));
            case "port" -> port = Ports.parse(value);
            case "user" -> user = Server.checkedUser(value);
            case "identityfile" -> keys.add(key(value));
            case "proxyjump" -> jumps = Way.jumps(value);
            case "localforward", "dynamicforward" ->
                    throw stop(word, "input.ssh.other-way", "text", parts[0]);
            case "proxycommand", "hostname" ->
                    throw stop(word, "input.ssh.unknown", "text", parts[0]);
            default -> ignored.add(parts[0]);
        }
    }

    private void forward(Word word) throws Stop {
        String text = word.text();
        String[] parts = text.split(":", -1);
        if (text.startsWith("/")) {
            throw stop(word, "input.ssh.remote-socket", "text", text);
        }
        if (isNumber(text) || (parts.length == 2 && isNumber(parts[1]))) {
            throw socks(word, parts);
        }
        Optional<ForwardSlip> slip = ForwardSlip.in(text);
        if (slip.isPresent()) {
            throw stop(
                    new Word(text, word.offset(), slip.get().length()),
                    slip.get().why(),
                    slip.get().right().map(it -> with(word, it)));
        }
        RemoteText read = RemoteText.parse(text);
        if (!read.isRemote()) {
            throw stop(word, "input.ssh.forward", "text", text);
        }
        if (forwards.stream().anyMatch(other -> other.isSamePort(read))) {
            throw stop(word, "input.ssh.twice", "text", String.valueOf(read.port().orElse(0)));
        }
        forwards.add(read);
    }

    /// Without a target, ssh opens a proxy on the server, which hardly anybody means.
    private Stop socks(Word word, String[] parts) {
        boolean both = parts.length == 2 && isNumber(parts[0]);
        Optional<String> better =
                both
                        ? Optional.of(parts[0] + ":localhost:" + parts[1]).map(it -> with(word, it))
                        : Optional.empty();
        return stop(word, new BadInput("input.ssh.socks", "text", word.text()), better);
    }

    private String with(Word word, String right) {
        String before = line.substring(0, word.offset());
        return (before + right + line.substring(word.offset() + word.length())).strip();
    }

    private SshLine understood() throws Stop {
        if (forwards.isEmpty()) {
            throw missing("input.ssh.no-forward");
        }
        Word place = destination.orElseThrow(() -> missing("input.ssh.no-server"));
        try {
            Server named = Server.parse(bracketed(place.text().replaceFirst("^ssh://", "")));
            boolean inside = place.text().contains("@");
            Server server =
                    named.at(
                                    named.host(),
                                    port == 0 ? named.port() : port,
                                    inside || user.isEmpty() ? named.user() : user)
                            .withSignIn(
                                    keys.isEmpty()
                                            ? new SignIn.Automatic()
                                            : new SignIn.KeyFiles(keys))
                            .withWay(new Way(jumps, Optional.empty()));
            return new SshLine.Understood(server, inside || !user.isEmpty(), forwards, ignored);
        } catch (BadInput e) {
            return new SshLine.Wrong(place.offset(), place.length(), e, Optional.empty());
        }
    }

    /// ssh takes a bare address of IPv6, since no port can follow it there.
    private static String bracketed(String place) {
        return place.replaceFirst("^(.*@)?([0-9A-Fa-f]*:[0-9A-Fa-f.]*:[\\w:.%]*)$", "$1[$2]");
    }

    /// ssh tells large letters from small ones.
    private Stop meant(Word word, String right) {
        BadInput why = new BadInput("input.ssh.meant", "text", word.text(), "right", right);
        return stop(word, why, Optional.of(with(word, right)));
    }

    private Stop missing(String key) {
        return new Stop(
                new SshLine.Wrong(
                        line.stripTrailing().length(), 0, new BadInput(key), Optional.empty()));
    }

    private static Stop stop(Word word, String key, String... facts) {
        return stop(word, new BadInput(key, facts), Optional.empty());
    }

    private static Stop stop(Word word, BadInput why, Optional<String> better) {
        return new Stop(new SshLine.Wrong(word.offset(), word.length(), why, better));
    }

    private static Path key(String text) {
        String home = System.getProperty("user.home", "");
        String file = FilledIn.literal(text.replaceFirst("^\"(.*)\"$", "$1"));
        try {
            return Path.of(file.startsWith("~/") ? home + file.substring(1) : file);
        } catch (InvalidPathException _) {
            throw new BadInput("input.path.odd", "text", text);
        }
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
