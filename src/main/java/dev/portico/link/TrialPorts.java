package dev.portico.link;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Listeners that a server is asked for only to learn from its answers. They ride on the session
/// that is there, so that nobody has to sign in twice; who visits one of them in the meantime is
/// refused, and none stays open after [#close], also where the server answers late.
final class TrialPorts implements AutoCloseable {
    private static final long REPLY_SECONDS = 10;

    private record Listener(String bind, int port) {}

    private final Link link;
    private final List<Listener> granted = new ArrayList<>(); // guarded by this, like the next one
    private boolean closed;

    TrialPorts(Link link) {
        this.link = link;
    }

    /// Fails with a timeout, too, when the session ends.
    GlobalRequests.Reply open(String bind, int port) throws InterruptedException, TimeoutException {
        CompletableFuture<GlobalRequests.Reply> reply = new CompletableFuture<>();
        send(
                "tcpip-forward",
                new Listener(bind, port),
                answer -> {
                    keep(bind, port == 0 ? answer.port() : port, answer.granted());
                    reply.complete(answer);
                });
        return await(reply);
    }

    @Override
    public synchronized void close() {
        closed = true;
        granted.forEach(this::cancel);
    }

    private synchronized void keep(String bind, int port, boolean isOpen) {
        Listener listener = new Listener(bind, port);
        if (isOpen && closed) {
            cancel(listener);
        } else if (isOpen) {
            granted.add(listener);
        }
    }

    private void cancel(Listener listener) {
        send("cancel-tcpip-forward", listener, _ -> {});
    }

    private void send(String request, Listener listener, Consumer<GlobalRequests.Reply> then) {
        link.requests()
                .ask(
                        GlobalRequests.request(request)
                                .string(listener.bind())
                                .int32(listener.port()),
                        then);
    }

    private GlobalRequests.Reply await(CompletableFuture<GlobalRequests.Reply> reply)
            throws InterruptedException, TimeoutException {
        try {
            CompletableFuture.anyOf(reply, link.end()).get(REPLY_SECONDS, TimeUnit.SECONDS);
            GlobalRequests.Reply now = reply.getNow(null);
            if (now == null) {
                throw new TimeoutException("the session is over");
            }
            return now;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
