package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A file of ssh_config(5) with all that it includes, read as ssh reads it and never run.
public final class SshConfig {
    private static final int MOST_ALIASES = 1_000;
    private static final int LONGEST_ALIAS = 253;

    private final ConfigFile root;
    private final Here here;
    private final List<Finding> findings;
    private final Map<String, Spot> aliases = new LinkedHashMap<>();
    private final boolean finalPass;
    private final Effort effort = new Effort();

    SshConfig(ConfigFile root, Here here, Findings gathered) {
        this.root = root;
        this.here = here;
        root.forEach(line -> gather(line, gathered));
        this.findings = gathered.all();
        this.finalPass = wantsFinalPass();
    }

    /// Never throws for what stands in the file; [#findings] tells.
    public static SshConfig read(Path file, Here here) {
        return new ConfigReader(here).read(file);
    }

    public Path file() {
        return root.path();
    }

    public Here here() {
        return here;
    }

    /// What there is to say of the files, whatever the alias.
    public List<Finding> findings() {
        return findings;
    }

    /// The names for which the file has a block of their own, in its order.
    public List<String> aliases() {
        return List.copyOf(aliases.keySet());
    }

    /// @return the first line that names it
    public Spot spot(String alias) {
        return aliases.getOrDefault(alias, new Spot(file(), 0));
    }

    /// What ssh would make of `ssh ALIAS`.
    ///
    /// @throws BadInput when the alias cannot be one, or the file is too much work
    public Resolved resolve(String alias) {
        if (!isAlias(alias)) {
            throw new BadInput("input.config.alias", "text", alias);
        }
        return new Resolution(root, here, alias, effort).resolve(finalPass);
    }

    private void gather(ConfigLine line, Findings gathered) {
        if (line.keyword().grammar() != Keyword.Grammar.HOST) {
            return;
        }
        for (String word : line.words()) {
            if (word.startsWith("!") || !Wild.ofHost(word).isOne() || aliases.containsKey(word)) {
                continue;
            }
            if (!isAlias(word)) {
                gathered.leftOut(
                        line.spot(), "host", new BadInput("input.config.alias", "text", word));
            } else if (aliases.size() < MOST_ALIASES) {
                aliases.put(word, line.spot());
            } else {
                gathered.leftOut(
                        new Spot(file(), 0),
                        "host",
                        new BadInput("input.config.aliases", "most", String.valueOf(MOST_ALIASES)));
            }
        }
    }

    /// What could be an option, or words of a shell, is no name.
    private static boolean isAlias(String word) {
        return word.length() <= LONGEST_ALIAS
                && !word.startsWith("-")
                && word.codePoints().noneMatch(SshConfig::isStrange);
    }

    private static boolean isStrange(int c) {
        return c <= ' '
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || "\"'`$\\;|&<>(){}[]*?!#@/:,%".indexOf(c) >= 0;
    }

    private boolean wantsFinalPass() {
        boolean[] wanted = new boolean[1];
        root.forEach(line -> wanted[0] |= asksForFinal(line));
        return wanted[0];
    }

    private static boolean asksForFinal(ConfigLine line) {
        return line.criteria().stream().anyMatch(it -> it.name().equals("final"));
    }
}
