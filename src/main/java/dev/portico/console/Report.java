package dev.portico.console;

import dev.portico.share.Share;
import dev.portico.share.ShareEvent;
import dev.portico.share.TrafficSample;

import java.time.Instant;

/// Tells what happens to shares, while it happens.
interface Report {
    void tell(ShareEvent event, Share share);

    void traffic(Instant at, String share, TrafficSample sample);

    /// Whether nobody reads any more what is written here.
    boolean isUnread();
}
