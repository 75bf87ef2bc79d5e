package dev.portico.desktop.details;

import dev.portico.share.Problem;
import dev.portico.share.ShareEvent;
import dev.portico.share.ShareState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The last things that happened to each share, since the start of the window. Written by the
/// journal's thread, read by the screen's.
final class History {
    static final int MOST = 50;

    private final Map<String, Deque<ShareEvent>> byShare = new HashMap<>();

    synchronized void add(ShareEvent event) {
        if (event instanceof ShareEvent.Renamed(_, String now, String before)) {
            rename(before, now);
            return;
        }
        Deque<ShareEvent> events =
                byShare.computeIfAbsent(event.share(), _ -> new ArrayDeque<>(MOST));
        if (!isKept(event) || isSaidAlready(event, events.peekLast())) {
            return;
        }
        if (events.size() == MOST) {
            events.removeFirst();
        }
        events.addLast(event);
    }

    private void rename(String before, String now) {
        Deque<ShareEvent> events = byShare.remove(before);
        if (events != null) {
            byShare.put(now, events);
        }
    }

    /// The oldest first.
    synchronized List<ShareEvent> of(String share) {
        Deque<ShareEvent> events = byShare.get(share);
        return events == null ? List.of() : List.copyOf(events);
    }

    private static boolean isKept(ShareEvent event) {
        return switch (event) {
            case ShareEvent.StateChanged changed ->
                    !(changed.state() instanceof ShareState.Connecting);
            case ShareEvent.TargetChanged _, ShareEvent.ReachChanged _ -> true;
            case ShareEvent.VisitorCame _, ShareEvent.VisitorLeft _, ShareEvent.VisitorRefused _ ->
                    false;
            case ShareEvent.Renamed _ -> false;
        };
    }

    /// A server that stays away is tried again and again.
    private static boolean isSaidAlready(ShareEvent event, @Nullable ShareEvent before) {
        return event instanceof ShareEvent.StateChanged now
                && before instanceof ShareEvent.StateChanged then
                && now.state() instanceof ShareState.Waiting(_, Problem problem, _, _)
                && then.state() instanceof ShareState.Waiting(_, Problem same, _, _)
                && problem.code() == same.code();
    }
}
