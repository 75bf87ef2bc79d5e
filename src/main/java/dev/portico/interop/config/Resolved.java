package dev.portico.interop.config;

import dev.portico.share.BadInput;
import dev.portico.share.Server;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What an alias stands for: each value with the line that gave it, and what was left out.
///
/// @param host the name to connect to
/// @param given by keyword in small letters; of those that ssh knows once, the one that counts
public record Resolved(
        String alias,
        String host,
        Here here,
        Map<String, List<Given>> given,
        List<Finding> findings) {

    public Resolved {
        given = Map.copyOf(given);
        findings = List.copyOf(findings);
    }

    public List<Given> all(String keyword) {
        return given.getOrDefault(keyword, List.of());
    }

    public Optional<Given> first(String keyword) {
        return all(keyword).stream().findFirst();
    }

    private Optional<String> text(String keyword) {
        return first(keyword).map(Given::text);
    }

    public int port() {
        return text("port").map(Integer::parseInt).orElse(Server.SSH);
    }

    public String user() {
        return text("user").orElse(here.user());
    }

    /// As ssh writes it into known_hosts.
    public Optional<String> hostKeyAlias() {
        return text("hostkeyalias").map(it -> it.toLowerCase(Locale.ROOT));
    }

    public boolean isYes(String keyword) {
        return text(keyword).filter(Values::isYes).isPresent();
    }

    /// @return empty where the file says nothing, or `none`
    public Optional<Duration> time(String keyword) {
        return text(keyword).flatMap(Values::time);
    }

    public Optional<Integer> number(String keyword) {
        return text(keyword).map(Integer::parseInt);
    }

    /// As they stand in the file.
    public List<String> identityFiles() {
        return all("identityfile").stream().map(Given::text).toList();
    }

    /// Nearest first.
    public List<Jump> jumps() {
        return first("proxyjump").map(it -> JumpList.of(it.rest())).orElse(List.of());
    }

    public List<Given> forwards() {
        return isYes("clearallforwardings") ? List.of() : all("remoteforward");
    }

    /// Only paths have something to be filled in.
    ///
    /// @throws BadInput when something is to be filled in that is not there
    public ForwardWords forward(Given forward) {
        return ForwardWords.of(forward.words()).filled(tokens());
    }

    /// The files that a value names, with all that ssh fills in.
    ///
    /// @throws BadInput when something is to be filled in that is not there
    public Path path(String text) {
        String filled = tokens().expand(text.startsWith("~") ? tilde(text) : text);
        try {
            return Path.of(filled);
        } catch (InvalidPathException _) {
            throw new BadInput("input.config.token", "text", text, "token", text);
        }
    }

    private String tilde(String text) {
        if (!text.equals("~") && !text.startsWith("~/")) {
            throw new BadInput("input.config.token", "text", text, "token", text);
        }
        return here.home() + text.substring(1);
    }

    Tokens tokens() {
        return new Tokens(this::token, here.env());
    }

    private @Nullable String token(String letter) {
        return switch (letter) {
            case "d" -> here.home().toString();
            case "h" -> host;
            case "k" -> hostKeyAlias().orElse(alias);
            case "l" -> here.hostName().get();
            case "L" -> here.hostName().get().replaceFirst("[.].*", "");
            case "n" -> alias;
            case "p" -> String.valueOf(port());
            case "r" -> user();
            case "u" -> here.user();
            default -> null;
        };
    }

    /// @return of this weight
    public Stream<Finding> findings(Finding.Weight weight) {
        return findings.stream().filter(it -> it.weight() == weight);
    }
}
