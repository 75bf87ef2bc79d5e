package dev.portico.practice;

import dev.portico.share.Wording;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The sample page: one HTML file with no resource outside, in the visitor's language.
///
/// @param template with `${name}` where something is to be filled in
/// @param computer what this computer is called
record SamplePage(String template, String computer, Clock clock) {
    private static final Pattern BLANK = Pattern.compile("\\$\\{([a-zA-Z]+)}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss XXX", Locale.ROOT);
    private static final int LONGEST = 200;

    /// What is known of one request.
    ///
    /// @param host as the visitor wrote it: where they connected
    record Visit(String host, Locale locale, int sitePort) {
        static Visit of(@Nullable String host, @Nullable String acceptLanguage, int sitePort) {
            String shown = host == null ? "-" : host.substring(0, Math.min(LONGEST, host.length()));
            return new Visit(shown, locale(acceptLanguage), sitePort);
        }

        private static Locale locale(@Nullable String acceptLanguage) {
            if (acceptLanguage == null) {
                return Locale.ENGLISH;
            }
            try {
                List<Locale> spoken = List.of(Locale.ENGLISH, Locale.CHINESE);
                Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), spoken);
                return Locale.CHINESE.equals(best) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
            } catch (IllegalArgumentException _) {
                return Locale.ENGLISH;
            }
        }
    }

    /// @param language for the Content-Language header
    record Text(String language, String html) {}

    static SamplePage ofThisComputer(Clock clock) throws IOException {
        try (InputStream in = SamplePage.class.getResourceAsStream("sample.html")) {
            byte[] bytes = Objects.requireNonNull(in, "sample.html").readAllBytes();
            return new SamplePage(new String(bytes, StandardCharsets.UTF_8), computerName(), clock);
        }
    }

    Text welcome(Visit visit) {
        return page(visit, "welcome");
    }

    Text notFound(Visit visit) {
        return page(visit, "absent");
    }

    private Text page(Visit visit, String which) {
        String language = visit.locale().toLanguageTag();
        Map<String, String> facts =
                Map.of(
                        "computer", computer,
                        "host", visit.host(),
                        "port", String.valueOf(visit.sitePort()),
                        "time", TIME.format(ZonedDateTime.now(clock)),
                        "language", language);
        String html =
                BLANK.matcher(template)
                        .replaceAll(
                                blank ->
                                        Matcher.quoteReplacement(
                                                escape(fill(blank.group(1), which, visit, facts))));
        return new Text(language, html);
    }

    private static String fill(String blank, String which, Visit visit, Map<String, String> facts) {
        String fact = facts.get(blank);
        if (fact != null) {
            return fact;
        }
        String own = "sample." + which + "." + blank;
        String key = Wording.has(visit.locale(), own) ? own : "sample." + blank;
        return Wording.text(visit.locale(), key, facts);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// Without asking the network, which may take seconds, where the system tells.
    private static String computerName() throws IOException {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        Path file = Path.of("/etc/hostname");
        String linux = Files.isReadable(file) ? Files.readString(file).strip() : "";
        return linux.isEmpty() ? InetAddress.getLocalHost().getHostName() : linux;
    }
}
