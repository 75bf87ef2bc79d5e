package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Amounts;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Plain;
import dev.portico.share.ShareStatus.VisitSample;
import dev.portico.store.ShortAddress;
import dev.portico.store.VisitorEntry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/// Puts visits into words.
final class VisitorWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final Texts texts;
    private final ZoneId zone;

    VisitorWriter(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    VisitorText here(String share, VisitSample visit, Instant now, boolean shorten) {
        String stays = Amounts.time(texts, Duration.between(visit.since(), now));
        return new VisitorText(
                Mark.OPEN,
                when(visit.since()),
                address(visit.visitor().address(), shorten),
                share,
                texts.of("visitors.here", "time", stays),
                "",
                Amounts.bytes(visit.sent()),
                Amounts.bytes(visit.received()));
    }

    VisitorText gone(VisitorEntry entry, boolean shorten) {
        boolean refused =
                switch (entry.end()) {
                    case LEFT, ENDED_BY_YOU -> false;
                    case REFUSED, SERVICE_DOWN -> true;
                };
        return new VisitorText(
                refused ? Mark.FAILED : Mark.STOPPED,
                when(entry.came()),
                address(entry.address(), shorten),
                Plain.text(entry.share()),
                what(entry),
                refused ? "bad" : "muted",
                Amounts.bytes(entry.sent()),
                Amounts.bytes(entry.received()));
    }

    String what(VisitorEntry entry) {
        String time = Amounts.time(texts, entry.stayed());
        return switch (entry.end()) {
            case LEFT -> texts.of("visitors.left", "time", time);
            case ENDED_BY_YOU -> texts.of("visitors.ended", "time", time);
            case SERVICE_DOWN -> texts.of("visitors.down");
            case REFUSED -> texts.of("visitors.refused", "reason", reason(entry.reason()));
        };
    }

    static String address(String address, boolean shorten) {
        return Plain.text(shorten ? ShortAddress.of(address) : address);
    }

    private String reason(String reason) {
        return reason.startsWith("blocked")
                ? texts.of("visitors.refused.blocked")
                : Plain.text(reason);
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /// What stands above the visits of a day.
    VisitorRow.Heading heading(LocalDate day, Instant now) {
        LocalDate today = day(now);
        if (day.equals(today)) {
            return new VisitorRow.Heading(texts.of("visitors.today"), "");
        }
        return new VisitorRow.Heading(
                day.equals(today.minusDays(1)) ? texts.of("visitors.yesterday") : DAY.format(day),
                "");
    }

    /// What stands above those who are here.
    VisitorRow.Heading now(Collection<VisitorRow.Here> here) {
        long shares = here.stream().map(VisitorRow.Here::share).distinct().count();
        return new VisitorRow.Heading(
                texts.of("visitors.chip.now"),
                texts.of(
                        "visitors.now.on",
                        "visitors",
                        texts.count("visitors.now", here.size()),
                        "shares",
                        texts.count("visitors.now.shares", shares)));
    }

    private String when(Instant moment) {
        return TIME.format(moment.atZone(zone));
    }
}
