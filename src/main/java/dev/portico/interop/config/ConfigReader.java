package dev.portico.interop.config;

import dev.portico.share.BadInput;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a file and those that it includes. Nothing in them is run; how much is read is bounded.
final class ConfigReader {
    /// As in ssh.
    static final int DEEPEST = 16;

    static final int MOST_FILES = 500;
    static final int MOST_NAMES = 10_000;

    private final Here here;
    private final Findings findings = new Findings();
    private final FileGlob glob = new FileGlob(MOST_NAMES);
    private final FileText texts;
    private final Deque<Path> open = new ArrayDeque<>();
    private final List<Wild> ignored = new ArrayList<>();
    private int files;

    ConfigReader(Here here) {
        this.here = here;
        this.texts = new FileText(findings, here);
    }

    SshConfig read(Path file) {
        ConfigFile root = file(file, new Spot(file, 0));
        return new SshConfig(root, here, findings);
    }

    private ConfigFile file(Path file, Spot from) {
        files++;
        if (open.contains(file)) {
            findings.wrong(from, new BadInput("input.config.ring", "file", file.toString()));
            return new ConfigFile(file, List.of());
        }
        open.push(file);
        List<ConfigLine> lines = new ArrayList<>();
        int number = 0;
        for (String text : texts.lines(file, open.size() > 1)) {
            number++;
            line(text, new Spot(file, number), lines);
        }
        open.pop();
        return new ConfigFile(file, lines);
    }

    private void line(String text, Spot spot, List<ConfigLine> lines) {
        try {
            LineWords.Split split = LineWords.next(text);
            if (split.keyword().isEmpty()) {
                split = LineWords.next(split.rest());
            }
            String name = split.keyword();
            if (!name.isEmpty() && !name.startsWith("#")) {
                keyword(name, split.rest(), spot, lines);
            }
        } catch (BadInput e) {
            findings.wrong(spot, e);
        }
    }

    private void keyword(String name, String rest, Spot spot, List<ConfigLine> lines) {
        Optional<Keyword> keyword = Keyword.of(name);
        if (keyword.isEmpty()) {
            unknown(name, rest);
            return;
        }
        if (rest.isEmpty()) {
            keyword.filter(Keyword::isBlock).ifPresent(it -> lines.add(nothing(spot, it)));
            throw new BadInput("input.config.no-value", "keyword", name);
        }
        try {
            lines.add(line(keyword.get(), rest, spot));
        } catch (BadInput e) {
            keyword.filter(Keyword::isBlock).ifPresent(it -> lines.add(nothing(spot, it)));
            throw e;
        }
    }

    private ConfigLine line(Keyword keyword, String rest, Spot spot) {
        List<String> words = LineWords.of(rest);
        Values.check(keyword, rest, words);
        List<Criterion> criteria = List.of();
        List<ConfigFile> included = new ArrayList<>();
        switch (keyword.grammar()) {
            case MATCH -> criteria = criteria(rest, spot);
            case INCLUDE -> words.forEach(word -> include(word, spot, included));
            case HOST, WORD, WORDS, FLAG, NUMBER, TIME, PORT, JUMPS -> {}
            case FORWARD, LISTENER, CHECKING, FAMILY, LINE, ANY -> {}
        }
        if (keyword.name().equals("ignoreunknown")) {
            List<String> patterns = List.of(String.join(",", words).split(",", -1));
            patterns.forEach(it -> ignored.add(Wild.ofHost(it.toLowerCase(Locale.ROOT))));
        }
        return new ConfigLine(spot, keyword, rest, words, criteria, included);
    }

    private List<Criterion> criteria(String rest, Spot spot) {
        List<Criterion> criteria = Criterion.of(rest);
        criteria.stream()
                .filter(Criterion::isNewer)
                .map(it -> new BadInput("input.config.match-newer", "text", it.name()))
                .forEach(words -> findings.leftOut(spot, "match", words));
        return criteria;
    }

    private void unknown(String name, String rest) {
        String small = name.toLowerCase(Locale.ROOT);
        if (rest.isEmpty() || ignored.stream().noneMatch(it -> it.matches(small))) {
            throw new BadInput("input.config.unknown", "text", name);
        }
    }

    /// A block that is wrong matches nothing.
    private static ConfigLine nothing(Spot spot, Keyword keyword) {
        return new ConfigLine(spot, keyword, "", List.of(), List.of(), List.of());
    }

    private void include(String word, Spot spot, List<ConfigFile> included) {
        if (word.matches("~[^/].*") || word.contains("${") || word.contains("%")) {
            findings.leftOut(
                    spot, "include", new BadInput("input.config.include-word", "text", word));
            return;
        }
        try {
            Path pattern = here.file().resolveSibling(here.withTilde(word)).normalize();
            for (Path file : glob.find(pattern)) {
                if (open.size() > DEEPEST) {
                    throw new BadInput("input.config.deep", "most", String.valueOf(DEEPEST));
                }
                if (files > MOST_FILES) {
                    throw new BadInput("input.config.many", "most", String.valueOf(MOST_FILES));
                }
                included.add(file(file, spot));
            }
        } catch (InvalidPathException _) {
            throw new BadInput("input.config.value", "keyword", "Include", "text", word);
        }
        if (glob.isExhausted()) {
            throw new BadInput("input.config.many", "most", String.valueOf(MOST_NAMES));
        }
    }
}
