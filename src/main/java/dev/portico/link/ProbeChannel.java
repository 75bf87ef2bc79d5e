package dev.portico.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;

/// A visit of our own: asks the server to connect to one of its addresses (`direct-tcpip`, RFC
/// 4254, section 7.2) and says something there.
///
/// The reader calls what arrives; what is sent belongs to the sender thread.
final class ProbeChannel implements Channel {

    /// How the server took it, before anything comes back.
    enum Outcome {
        CONNECTED,
        NOBODY_LISTENS,
        PROHIBITED,
        SESSION_OVER
    }

    /// What whoever was met did first.
    enum Answer {
        SPOKE,
        WENT
    }

    private static final int WINDOW = 4096;

    private final Link link;
    private final byte[] words;
    private final int id;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private boolean answered; // belongs to the reader
    private int peer;
    private boolean confirmed;
    private boolean closeSent;
    private boolean closeReceived;
    private boolean ending;

    private ProbeChannel(Link link, byte[] words, int id) {
        this.link = link;
        this.words = words;
        this.id = id;
    }

    /// @param words a few bytes, which fit any window
    static ProbeChannel open(Link link, String address, int port, byte[] words) {
        ProbeChannel channel = link.channels().add(id -> new ProbeChannel(link, words, id));
        if (channel == null) {
            throw new IllegalStateException("no channel is free");
        }
        channel.open(address, port);
        return channel;
    }

    CompletableFuture<Outcome> outcome() {
        return outcome;
    }

    /// Of whoever was met; not done as long as nothing is heard.
    CompletableFuture<Answer> answer() {
        return answer;
    }

    private void open(String address, int port) {
        link.sender()
                .execute(
                        () ->
                                link.sender()
                                        .send(
                                                new Outgoing(Wire.CHANNEL_OPEN)
                                                        .string("direct-tcpip")
                                                        .int32(id)
                                                        .int32(WINDOW)
                                                        .int32(WINDOW)
                                                        .string(address)
                                                        .int32(port)
                                                        .string("127.0.0.1")
                                                        .int32(0)));
    }

    /// The visit is over, whatever came of it. Any thread.
    void end() {
        link.sender()
                .execute(
                        () -> {
                            ending = true;
                            closeIfOpen();
                        });
    }

    @Override
    public void confirmed(int peersNumber) {
        answeredOnce();
        link.sender()
                .execute(
                        () -> {
                            peer = peersNumber;
                            confirmed = true;
                            if (!ending) {
                                link.sender()
                                        .send(
                                                new Outgoing(Wire.CHANNEL_DATA)
                                                        .int32(peer)
                                                        .string(words));
                            }
                            closeIf(ending);
                            outcome.complete(Outcome.CONNECTED);
                        });
    }

    @Override
    public void refused(int reason, String words) {
        answeredOnce();
        link.channels().remove(id, this);
        outcome.complete(reason == Wire.PROHIBITED ? Outcome.PROHIBITED : Outcome.NOBODY_LISTENS);
    }

    @Override
    public void data(ByteBuffer data) {
        answer.complete(Answer.SPOKE);
    }

    @Override
    public void windowGrew(long bytes) {
        // a few bytes fit any window
    }

    @Override
    public void eof() {
        answer.complete(Answer.WENT); // its CLOSE follows
    }

    @Override
    public void close() {
        answer.complete(Answer.WENT);
        link.sender()
                .execute(
                        () -> {
                            closeReceived = true;
                            closeIfOpen();
                        });
    }

    @Override
    public void request(String type, boolean wantsReply) {
        // nothing can be asked of a visit
    }

    @Override
    public void sessionEnded() {
        outcome.complete(Outcome.SESSION_OVER);
    }

    /// A second answer would free the channel's number twice.
    private void answeredOnce() {
        if (answered) {
            throw new ProtocolBreach("a channel was answered twice");
        }
        answered = true;
    }

    private void closeIf(boolean now) throws IOException {
        if (now) {
            closeIfOpen();
        }
    }

    private void closeIfOpen() throws IOException {
        if (confirmed && !closeSent) {
            closeSent = true;
            link.sender().send(new Outgoing(Wire.CHANNEL_CLOSE).int32(peer));
        }
        if (closeSent && closeReceived) {
            link.channels().remove(id, this);
        }
    }
}
