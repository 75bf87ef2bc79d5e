package dev.portico.link;

import dev.portico.share.Plain;
import dev.portico.share.ProblemException;
import dev.portico.share.Remote;
import dev.portico.share.Remote.How;
import dev.portico.share.Remote.Ran;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// One session channel (RFC 4254, section 6) with one request on it, and what comes back.
///
/// The window is as large as what may come back at all, and is never opened further. The reader
/// calls what arrives; what is sent belongs to the sender thread.
final class SessionChannel implements Channel {

    /// What is waited for. Who waits for a first word does not end the input before.
    enum Until {
        ANSWERED,
        SPEAKS,
        ENDED
    }

    /// @param fields what the request says beside its type
    /// @param heard takes the output as it comes
    record Asking(
            String type, UnaryOperator<Outgoing> fields, Until until, Consumer<String> heard) {}

    private final Link link;
    private final int id;
    private final Asking asking;
    private final byte[] input;
    private final CompletableFuture<Ran> ran = new CompletableFuture<>();
    // what follows is guarded by this
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private OptionalInt exitCode = OptionalInt.empty();
    // belongs to the reader
    private boolean opened;
    private boolean answered;
    // belongs to the sender thread
    private int peer;
    private long room;
    private int largest;
    private int sent;
    private boolean confirmed;
    private boolean running;
    private boolean eofSent;
    private boolean closeSent;
    private boolean closeReceived;
    private boolean ending;

    private SessionChannel(Link link, int id, Asking asking, byte[] input) {
        this.link = link;
        this.id = id;
        this.asking = asking;
        this.input = input;
    }

    /// Blocks until it is over. An interrupt closes the channel.
    static Ran ask(Link link, Asking asking, byte[] input, Duration limit)
            throws ProblemException, InterruptedException {
        SessionChannel channel =
                link.channels().add(id -> new SessionChannel(link, id, asking, input));
        if (channel == null) {
            throw new IllegalStateException("no channel is free");
        }
        channel.open();
        return channel.await(limit);
    }

    private void open() {
        Outgoing open =
                new Outgoing(Wire.CHANNEL_OPEN)
                        .string("session")
                        .int32(id)
                        .int32(Remote.MOST_OUTPUT)
                        .int32(Wire.MAX_DATA);
        link.sender().execute(() -> link.sender().send(open));
        link.end().thenAccept(problem -> ran.completeExceptionally(new ProblemException(problem)));
    }

    private Ran await(Duration limit) throws ProblemException, InterruptedException {
        try {
            return ran.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            over(How.TOO_LONG);
            return ran.join();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ProblemException known
                    ? known
                    : new ProblemException(Diagnosis.unexpected(e), e);
        } finally {
            end();
        }
    }

    private void over(How how) {
        synchronized (this) {
            ran.complete(
                    new Ran(
                            how,
                            exitCode,
                            output.toString(StandardCharsets.UTF_8),
                            errors.toString(StandardCharsets.UTF_8)));
        }
        end();
    }

    private void end() {
        link.sender()
                .execute(
                        () -> {
                            ending = true;
                            closeIfOpen();
                        });
    }

    @Override
    public void confirmed(int peersNumber, long peersWindow, long peersLargest) {
        openedOnce();
        link.sender()
                .execute(
                        () -> {
                            peer = peersNumber;
                            room = peersWindow;
                            largest = Math.clamp(peersLargest, 1, Wire.MAX_DATA);
                            confirmed = true;
                            if (ending) {
                                closeIfOpen();
                            } else {
                                request();
                            }
                        });
    }

    @Override
    public void refused(int reason, String words) {
        openedOnce();
        link.channels().remove(id, this);
        ran.complete(new Ran(How.REFUSED, OptionalInt.empty(), "", Plain.text(words)));
    }

    @Override
    public void answered(boolean well) {
        if (answered) {
            throw new ProtocolBreach("a request was answered twice");
        }
        answered = true;
        if (!well) {
            over(How.REFUSED);
        } else if (asking.until() == Until.ANSWERED) {
            over(How.ENDED);
        } else {
            link.sender()
                    .execute(
                            () -> {
                                running = true;
                                pump();
                            });
        }
    }

    @Override
    public void data(ByteBuffer data) {
        asking.heard().accept(gather(output, data));
    }

    @Override
    public void extendedData(ByteBuffer data) {
        gather(errors, data);
    }

    private String gather(ByteArrayOutputStream to, ByteBuffer data) {
        byte[] piece = new byte[data.remaining()];
        data.get(piece);
        boolean full;
        boolean enough = asking.until() == Until.SPEAKS;
        synchronized (this) {
            to.writeBytes(piece);
            int all = output.size() + errors.size();
            if (all > Remote.MOST_OUTPUT) {
                throw new ProtocolBreach("data beyond the window");
            }
            full = all == Remote.MOST_OUTPUT;
        }
        if (full || enough) {
            over(full ? How.TOO_MUCH : How.ENDED);
        }
        return new String(piece, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void exited(int status) {
        exitCode = OptionalInt.of(status);
    }

    @Override
    public void windowGrew(long bytes) {
        link.sender()
                .execute(
                        () -> {
                            room += bytes;
                            pump();
                        });
    }

    @Override
    public void eof() {
        // its exit code and its CLOSE follow
    }

    @Override
    public void close() {
        over(answered ? How.ENDED : How.REFUSED);
        link.sender()
                .execute(
                        () -> {
                            closeReceived = true;
                            closeIfOpen();
                        });
    }

    @Override
    public void request(String type, boolean wantsReply) {
        if (wantsReply) {
            link.sender()
                    .execute(
                            () -> {
                                if (!closeSent) {
                                    send(new Outgoing(Wire.CHANNEL_FAILURE).int32(peer));
                                }
                            });
        }
    }

    @Override
    public void sessionEnded() {
        // the link's end says why
    }

    private void request() throws IOException {
        send(
                asking.fields()
                        .apply(
                                new Outgoing(Wire.CHANNEL_REQUEST)
                                        .int32(peer)
                                        .string(asking.type())
                                        .bool(true)));
    }

    private void pump() throws IOException {
        while (running && !closeSent && room > 0 && sent < input.length) {
            int piece = (int) Math.min(Math.min(room, largest), input.length - sent);
            byte[] bytes = Arrays.copyOfRange(input, sent, sent + piece);
            sent += piece;
            room -= piece;
            send(new Outgoing(Wire.CHANNEL_DATA).int32(peer).string(bytes));
        }
        boolean all = sent == input.length && asking.until() == Until.ENDED;
        if (running && !closeSent && !eofSent && all) {
            eofSent = true;
            send(new Outgoing(Wire.CHANNEL_EOF).int32(peer));
        }
    }

    private void closeIfOpen() throws IOException {
        if (confirmed && !closeSent) {
            closeSent = true;
            send(new Outgoing(Wire.CHANNEL_CLOSE).int32(peer));
        }
        if (closeSent && closeReceived) {
            link.channels().remove(id, this);
        }
    }

    private void send(Outgoing packet) throws IOException {
        link.sender().send(packet);
    }

    /// A second answer would free the channel's number twice.
    private void openedOnce() {
        if (opened) {
            throw new ProtocolBreach("a channel was answered twice");
        }
        opened = true;
    }
}
