package dev.portico.interop.config;

import dev.portico.share.BadInput;
import dev.portico.share.Server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Walks the lines in the order of ssh, once, and once more where a line asks for that.
final class Resolution {
    private final ConfigFile root;
    private final Here here;
    private final String alias;
    private final Effort effort;
    private final Map<String, List<Given>> given = new HashMap<>();
    private final Findings findings = new Findings();
    private String host;
    private boolean last;

    Resolution(ConfigFile root, Here here, String alias, Effort effort) {
        this.root = root;
        this.here = here;
        this.alias = alias;
        this.host = alias;
        this.effort = effort;
    }

    Resolved resolve(boolean again) {
        walk(root, true);
        host = hostName();
        if (again || isCanonical()) {
            last = true;
            walk(root, true);
        }
        checkJump(new Resolved(alias, host, here, given, List.of()));
        return new Resolved(alias, host, here, given, findings.all());
    }

    /// One that is the server itself leads nowhere.
    private void checkJump(Resolved server) {
        List<Jump> jumps = server.jumps();
        if (jumps.isEmpty()) {
            return;
        }
        Jump jump = jumps.getLast();
        boolean user = jump.user().isEmpty() || jump.user().equals(server.user());
        int port = jump.port() == 0 ? Server.SSH : jump.port();
        if (jump.host().equalsIgnoreCase(host) && port == server.port() && user) {
            Spot spot = server.first("proxyjump").map(Given::spot).orElseThrow();
            findings.wrong(spot, new BadInput("input.config.self-jump", "host", host));
        }
    }

    private void walk(ConfigFile file, boolean enabled) {
        boolean active = enabled;
        for (ConfigLine line : file.lines()) {
            effort.spend(1);
            switch (line.keyword().grammar()) {
                case HOST -> active = enabled && isNamed(line);
                case MATCH -> active = enabled && isMet(line);
                case INCLUDE -> {
                    for (ConfigFile included : line.included()) {
                        walk(included, active);
                    }
                }
                case WORD, WORDS, FLAG, NUMBER, TIME, PORT, JUMPS -> take(line, active);
                case FORWARD, LISTENER, CHECKING, FAMILY, LINE, ANY -> take(line, active);
            }
        }
    }

    private boolean isNamed(ConfigLine line) {
        boolean named = false;
        for (String word : line.words()) {
            boolean not = word.startsWith("!");
            String pattern = not ? word.substring(1) : word;
            effort.spend(host, pattern);
            if (Wild.ofHost(pattern).matches(host)) {
                if (not) {
                    return false;
                }
                named = true;
            }
        }
        return named;
    }

    /// A command is not run even where all else is met: then nobody knows, and the block is left
    /// out.
    private boolean isMet(ConfigLine line) {
        boolean met = !line.criteria().isEmpty();
        for (Criterion criterion : line.criteria()) {
            if (!criterion.isExec() && !criterion.isNewer()) {
                met &= isMet(criterion);
            }
        }
        boolean unknown = line.criteria().stream().anyMatch(it -> it.isExec() || it.isNewer());
        if (met && line.criteria().stream().anyMatch(Criterion::isExec)) {
            findings.leftOut(line.spot(), "match", new BadInput("input.config.exec"));
        }
        return met && !unknown;
    }

    private boolean isMet(Criterion criterion) {
        effort.spend(253L * criterion.argument().length());
        boolean matches =
                switch (criterion.name()) {
                    case "all" -> true;
                    case "final", "canonical" -> last;
                    case "host" -> criterion.matchesList(last ? host : matchedHost(), true);
                    case "originalhost" -> criterion.matchesList(alias, true);
                    case "user" -> criterion.matchesList(user(), false);
                    case "localuser" -> criterion.matchesList(here.user(), false);
                    default -> false;
                };
        return matches != criterion.negated();
    }

    private String user() {
        List<Given> users = given.getOrDefault("user", List.of());
        return users.isEmpty() ? here.user() : users.getFirst().text();
    }

    private String matchedHost() {
        List<Given> names = given.getOrDefault("hostname", List.of());
        return names.isEmpty() ? alias : expanded(names.getFirst());
    }

    private String hostName() {
        return matchedHost().toLowerCase(Locale.ROOT);
    }

    private String expanded(Given name) {
        try {
            return new Tokens(Map.of("h", alias)::get, Map.of()).expand(name.text());
        } catch (BadInput e) {
            findings.wrong(name.spot(), e);
            return alias;
        }
    }

    private boolean isCanonical() {
        List<Given> wish = given.getOrDefault("canonicalizehostname", List.of());
        return !wish.isEmpty() && !wish.getFirst().text().equalsIgnoreCase("no");
    }

    private void take(ConfigLine line, boolean active) {
        if (!active || isTooLate(line)) {
            return;
        }
        Given value = new Given(line.rest(), line.words(), line.spot());
        List<Given> values = given.computeIfAbsent(line.name(), _ -> new ArrayList<>());
        if (values.stream().anyMatch(it -> it.words().equals(value.words()))) {
            return;
        }
        values.add(value);
        Remark.add(line, findings);
    }

    /// The first value wins; a command and jump servers stand in each other's way.
    private boolean isTooLate(ConfigLine line) {
        return switch (line.name()) {
            case "proxyjump" -> given.containsKey("proxyjump") || given.containsKey("proxycommand");
            case "proxycommand" -> given.containsKey("proxycommand") || hasJump();
            default -> !line.keyword().isList() && given.containsKey(line.name());
        };
    }

    private boolean hasJump() {
        List<Given> jumps = given.getOrDefault("proxyjump", List.of());
        return !jumps.isEmpty() && !JumpList.of(jumps.getFirst().rest()).isEmpty();
    }
}
