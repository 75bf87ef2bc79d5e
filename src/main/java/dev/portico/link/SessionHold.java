package dev.portico.link;

import java.nio.ByteBuffer;

/// One session channel (RFC 4254, section 6.1) on which nothing is ever asked: sshd ends a
/// connection without a channel when `UnusedConnectionTimeout` is over, however many ports it
/// shares. A server that grants none is as good.
final class SessionHold implements Channel {
    private static final int WINDOW = 64 * 1024;

    private final Link link;
    private final int id;
    private int number; // the server's; belongs to the reader

    private SessionHold(Link link, int id) {
        this.link = link;
        this.id = id;
    }

    static void on(Link link) {
        SessionHold hold = link.channels().add(id -> new SessionHold(link, id));
        if (hold != null) {
            link.sender().execute(() -> link.sender().send(hold.opening()));
        }
    }

    private Outgoing opening() {
        return new Outgoing(Wire.CHANNEL_OPEN)
                .string("session")
                .int32(id)
                .int32(WINDOW)
                .int32(Wire.MAX_DATA);
    }

    @Override
    public void confirmed(int peer) {
        number = peer;
    }

    @Override
    public void refused(int reason, String words) {
        link.channels().remove(id, this);
    }

    @Override
    public void close() {
        int peer = number;
        link.sender()
                .execute(() -> link.sender().send(new Outgoing(Wire.CHANNEL_CLOSE).int32(peer)));
        link.channels().remove(id, this);
    }

    @Override
    public void data(ByteBuffer data) {
        // what a server says unasked, within a window that is never opened again
    }

    @Override
    public void windowGrew(long bytes) {
        // nothing is ever sent
    }

    @Override
    public void eof() {
        // nothing was expected
    }

    @Override
    public void request(String type, boolean wantsReply) {
        int peer = number;
        if (wantsReply) {
            link.sender()
                    .execute(
                            () ->
                                    link.sender()
                                            .send(new Outgoing(Wire.CHANNEL_FAILURE).int32(peer)));
        }
    }

    @Override
    public void sessionEnded() {
        // it holds nothing
    }
}
