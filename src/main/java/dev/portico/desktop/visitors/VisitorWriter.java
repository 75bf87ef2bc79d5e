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
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/// Puts visits into words.
final class VisitorWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

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
                when(visit.since(), now),
                address(visit.visitor().address(), shorten),
                share,
                texts.of("visitors.here", "time", stays),
                "",
                Amounts.bytes(visit.sent()),
                Amounts.bytes(visit.received()));
    }

    VisitorText gone(VisitorEntry entry, Instant now, boolean shorten) {
        boolean refused =
                switch (entry.end()) {
                    case LEFT, ENDED_BY_YOU -> false;
                    case REFUSED, SERVICE_DOWN -> true;
                };
        return new VisitorText(
                refused ? Mark.FAILED : Mark.STOPPED,
                when(entry.came(), now),
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

    /// Today the time is enough.
    private String when(Instant moment, Instant now) {
        ZonedDateTime time = moment.atZone(zone);
        boolean today = time.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? TIME : DAY).format(time);
    }
}
