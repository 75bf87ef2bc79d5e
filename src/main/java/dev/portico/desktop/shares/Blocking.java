package dev.portico.desktop.shares;

import dev.portico.desktop.look.Mark;
import dev.portico.share.Share;
import dev.portico.share.ShareStatus;

import java.util.List;
import java.util.Optional;

/// Turns visitors away, keeps that, and offers to take it back.
public final class Blocking {
    private final Desk desk;

    public Blocking(Desk desk) {
        this.desk = desk;
    }

    public void block(String share, String address) {
        desk.shares().block(share, address);
        save(share);
        desk.notices()
                .offer(
                        Mark.STOPPED,
                        desk.texts().of("toast.blocked", "address", address, "name", share),
                        desk.texts().of("action.undo"),
                        () -> unblock(share, address));
    }

    public void unblock(String share, String address) {
        if (blocked(share).isPresent()) {
            desk.shares().unblock(share, address);
            save(share);
        }
    }

    private void save(String name) {
        List<String> now = blocked(name).orElse(List.of());
        desk.store()
                .update(
                        all ->
                                all.withShares(
                                        all.shares().stream()
                                                .map(
                                                        share ->
                                                                share.name().equals(name)
                                                                        ? share.withBlocked(now)
                                                                        : share)
                                                .toList()));
    }

    private Optional<List<String>> blocked(String name) {
        return desk.shares().snapshot().stream()
                .map(ShareStatus::share)
                .filter(share -> share.name().equals(name))
                .findFirst()
                .map(Share::blocked);
    }
}
