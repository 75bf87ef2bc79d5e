package dev.portico.interop.config;

import dev.portico.share.BadInput;
import dev.portico.share.Ports;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether a value is written as ssh takes it.
final class Values {
    private static final Set<String> FLAGS = Set.of("yes", "no", "true", "false");
    private static final Set<String> CHECKING =
            Set.of("yes", "no", "true", "false", "ask", "off", "accept-new");
    private static final Set<String> FAMILIES = Set.of("any", "inet", "inet6");
    private static final Pattern TIME_PART = Pattern.compile("([0-9]{1,9})([smhdwSMHDW]?)");
    private static final int MOST_TIME = Integer.MAX_VALUE;

    private Values() {}

    /// @throws BadInput when ssh would refuse the line
    static void check(Keyword keyword, String rest, List<String> words) {
        Keyword.Grammar grammar = keyword.grammar();
        switch (grammar) {
            case HOST, WORDS, INCLUDE -> words.forEach(word -> notEmpty(keyword, word));
            case WORD -> one(keyword, words);
            case FLAG -> among(FLAGS, keyword, words);
            case CHECKING -> among(CHECKING, keyword, words);
            case FAMILY -> among(FAMILIES, keyword, words);
            case NUMBER -> {
                if (!one(keyword, words).matches("[0-9]{1,9}")) {
                    throw wrong(keyword, words.getFirst());
                }
            }
            case TIME -> {
                if (!one(keyword, words).equals("none") && time(words.getFirst()).isEmpty()) {
                    throw wrong(keyword, words.getFirst());
                }
            }
            case PORT -> Ports.parse(one(keyword, words));
            case JUMPS -> JumpList.of(rest);
            case FORWARD, LISTENER -> forward(keyword, words);
            case MATCH, LINE, ANY -> {}
        }
    }

    private static void forward(Keyword keyword, List<String> words) {
        boolean remote = keyword.name().equals("remoteforward");
        boolean listener = keyword.grammar() == Keyword.Grammar.LISTENER;
        notEmpty(keyword, words.isEmpty() ? "" : words.getFirst());
        if (words.size() > (listener ? 1 : 2)) {
            throw new BadInput("input.config.more", "keyword", keyword.name());
        }
        if (!listener && !remote && words.size() < 2) {
            throw new BadInput("input.config.no-value", "keyword", keyword.name());
        }
        if (remote) {
            ForwardWords.of(words);
        }
    }

    private static String one(Keyword keyword, List<String> words) {
        if (words.isEmpty()) {
            throw new BadInput("input.config.no-value", "keyword", keyword.name());
        }
        if (words.size() > 1) {
            throw new BadInput("input.config.more", "keyword", keyword.name());
        }
        notEmpty(keyword, words.getFirst());
        return words.getFirst();
    }

    private static void notEmpty(Keyword keyword, String word) {
        if (word.isEmpty()) {
            throw new BadInput("input.config.no-value", "keyword", keyword.name());
        }
    }

    private static void among(Set<String> allowed, Keyword keyword, List<String> words) {
        if (!allowed.contains(one(keyword, words).toLowerCase(Locale.ROOT))) {
            throw wrong(keyword, words.getFirst());
        }
    }

    private static BadInput wrong(Keyword keyword, String text) {
        return new BadInput("input.config.value", "keyword", keyword.name(), "text", text);
    }

    static boolean isYes(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.equals("yes") || small.equals("true");
    }

    /// `90`, `1m30s`, `2h`; empty when it is no time.
    static Optional<Duration> time(String text) {
        Matcher part = TIME_PART.matcher(text);
        long seconds = 0;
        int at = 0;
        while (at < text.length()) {
            if (!part.find(at) || part.start() != at) {
                return Optional.empty();
            }
            seconds += Long.parseLong(part.group(1)) * unit(part.group(2));
            at = part.end();
        }
        return at == 0 || seconds > MOST_TIME
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(seconds));
    }

    private static long unit(String letter) {
        return switch (letter.toLowerCase(Locale.ROOT)) {
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            case "", "s" -> 1;
            default -> throw new IllegalStateException(letter);
        };
    }
}
