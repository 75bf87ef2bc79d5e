package dev.portico.interop.config.servers;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Given;
import dev.portico.interop.config.Resolved;
import dev.portico.interop.config.Spot;
import dev.portico.interop.config.SshConfig;
import dev.portico.share.BadInput;
import dev.portico.share.HostKeys;
import dev.portico.share.Plain;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Way;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Says in Portico's words what an alias stands for.
final class Translation {
    private static final long USUAL_BEATS = 3;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Pattern OLD =
            Pattern.compile(
                    "ssh-rsa|ssh-dss|diffie-hellman-group(1|14|-exchange)-sha1|.*-cbc"
                            + "|hmac-(sha1|md5)(-96)?|arcfour.*");
    private static final Set<String> UNCHECKED = Set.of("no", "off", "false");

    private final SshConfig config;
    private final Resolved resolved;
    private final List<Finding> findings;
    private final Set<Part> given = EnumSet.of(Part.ADDRESS);

    Translation(SshConfig config, Resolved resolved) {
        this.config = config;
        this.resolved = resolved;
        this.findings = new ArrayList<>(resolved.findings());
    }

    /// @throws BadInput when it cannot be a server here
    Imported translate() {
        String alias = resolved.alias();
        if (alias.equals(Server.PRACTICE) || !Plain.isName(alias)) {
            throw new BadInput("input.config.alias", "text", alias);
        }
        Server server =
                new Server(alias, resolved.host(), resolved.port(), resolved.user(), signIn())
                        .withHostKeys(hostKeys())
                        .withConnectTimeout(connectTimeout())
                        .withDeadAfter(deadAfter())
                        .withWay(way())
                        .withLegacy(legacy());
        return new Imported(
                resolved, server, given, new ForwardShares(resolved, findings).shares(), findings);
    }

    private SignIn signIn() {
        List<Path> keys = new ArrayList<>();
        for (Given file : resolved.all("identityfile")) {
            if (!file.text().equalsIgnoreCase("none")) {
                path(file, file.text()).ifPresent(keys::add);
            }
        }
        boolean withoutKeys =
                resolved.first("pubkeyauthentication")
                        .filter(it -> it.text().equalsIgnoreCase("no"))
                        .isPresent();
        if (withoutKeys) {
            given.add(Part.SIGN_IN);
            return new SignIn.Password();
        }
        if (keys.isEmpty()) {
            if (resolved.isYes("identitiesonly")) {
                leftOut("identitiesonly", "input.config.only-files");
            }
            return new SignIn.Automatic();
        }
        given.add(Part.SIGN_IN);
        return new SignIn.KeyFiles(present(keys));
    }

    /// ssh passes over a key that is not there; Portico does where another is.
    private List<Path> present(List<Path> keys) {
        List<Path> there = keys.stream().filter(Files::exists).toList();
        for (Path key : keys) {
            if (!there.contains(key)) {
                leftOut("identityfile", "input.config.key-absent", "file", key.toString());
            }
        }
        if (there.size() > SignIn.MOST_KEYS) {
            leftOut("identityfile", "input.config.keys", "most", "" + SignIn.MOST_KEYS);
        }
        return there.isEmpty() ? keys : there;
    }

    private Optional<Path> path(Given value, String text) {
        try {
            return Optional.of(resolved.path(text));
        } catch (BadInput e) {
            findings.add(new Finding(value.spot(), Finding.Weight.LEFT_OUT, "", e));
            return Optional.empty();
        }
    }

    private HostKeys hostKeys() {
        Optional<Path> file = knownHosts();
        String checking =
                resolved.first("stricthostkeychecking")
                        .map(it -> it.text().toLowerCase(Locale.ROOT))
                        .orElse("");
        if (UNCHECKED.contains(checking)) {
            leftOut("stricthostkeychecking", "input.config.checking");
        }
        boolean acceptNew = checking.equals("accept-new");
        if (file.isPresent() || acceptNew) {
            given.add(Part.HOST_KEYS);
        }
        return new HostKeys(file, acceptNew);
    }

    private Optional<Path> knownHosts() {
        Optional<Given> value = resolved.first("userknownhostsfile");
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get().words().size() > 1) {
            leftOut("userknownhostsfile", "input.config.known-hosts-first");
        }
        if (List.of("none", "/dev/null").contains(value.get().text())) {
            leftOut("userknownhostsfile", "input.config.checking");
            return Optional.empty();
        }
        return path(value.get(), value.get().text());
    }

    private Duration connectTimeout() {
        Optional<Duration> wish = resolved.time("connecttimeout").filter(Duration::isPositive);
        wish.ifPresent(_ -> given.add(Part.CONNECT_TIMEOUT));
        return wish.map(Translation::bounded).orElse(Server.CONNECT_TIMEOUT);
    }

    private Duration deadAfter() {
        Optional<Duration> beat = resolved.time("serveraliveinterval").filter(Duration::isPositive);
        if (beat.isEmpty()) {
            return Server.DEAD_AFTER;
        }
        long beats = resolved.number("serveralivecountmax").map(Long::valueOf).orElse(USUAL_BEATS);
        given.add(Part.DEAD_AFTER);
        Duration wish = beat.get().multipliedBy(Math.max(1, beats));
        return wish.compareTo(Server.SHORTEST_DEAD_AFTER) < 0
                ? Server.SHORTEST_DEAD_AFTER
                : bounded(wish);
    }

    private static Duration bounded(Duration wish) {
        return wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
    }

    private Way way() {
        List<String> jumps = new Jumps(config, resolved, findings).names();
        if (resolved.first("proxyjump").isPresent()) {
            given.add(Part.WAY);
        }
        return new Way(jumps, Optional.empty());
    }

    private boolean legacy() {
        boolean old = Part.LEGACY.keywords().stream().anyMatch(this::addsOld);
        if (old) {
            given.add(Part.LEGACY);
        }
        return old;
    }

    private boolean addsOld(String keyword) {
        String text = resolved.first(keyword).map(Given::text).orElse("-");
        return !text.startsWith("-")
                && Arrays.stream(text.replaceFirst("^[+^]", "").split(",", -1))
                        .anyMatch(it -> OLD.matcher(it).matches());
    }

    private void leftOut(String keyword, String key, String... facts) {
        Spot spot = resolved.first(keyword).map(Given::spot).orElse(config.spot(resolved.alias()));
        findings.add(new Finding(spot, Finding.Weight.LEFT_OUT, keyword, new BadInput(key, facts)));
    }
}
