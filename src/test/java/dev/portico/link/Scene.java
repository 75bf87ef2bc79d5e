package dev.portico.link;

import dev.portico.fixture.Await;
import dev.portico.share.Doorway;
import dev.portico.share.Gate;
import dev.portico.share.Journal;
import dev.portico.share.Share;
import dev.portico.share.Traffic;
import dev.portico.share.Visit;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The engine between a model of a server and real local services, one of them for each slot.
final class Scene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MUCH = 1 << 28;

    private final Rules rules = new Rules();
    private final Traffic traffic = new Traffic();
    private final Journal journal = new Journal(Clock.systemUTC());
    private final Doorway doorway = new Doorway("test", Gate.OPEN, traffic, journal);
    private final Map<Integer, ModelChannel> channels = new ConcurrentHashMap<>();
    private final Map<Integer, ModelService> services = new TreeMap<>();
    private final Map<Integer, RemoteForward> forwards = new TreeMap<>();
    private final Set<Integer> cutShort = new TreeSet<>();
    private final ConcurrentLinkedQueue<Integer> visits = new ConcurrentLinkedQueue<>();
    private final MemorySession session = new MemorySession(this::heard);
    private final Link link = session.link();
    private final long wholeBudget = link.budget().left();
    private final boolean proving;
    private boolean rekeying;

    /// @param proving whether every forward's proof is under way all the time
    /// @param abrupt whether the session breaks off after the last step
    /// @return the rules that were broken
    static List<String> play(List<Step> steps, boolean proving, boolean abrupt) throws IOException {
        try (Scene scene = new Scene(proving)) {
            steps.forEach(step -> step.on(scene));
            if (abrupt) {
                scene.breakOff();
            } else {
                scene.finish();
            }
            return scene.rules.broken();
        }
    }

    private Scene(boolean proving) {
        this.proving = proving;
    }

    void open(int slot, int window, int largest, String from) {
        if (channels.containsKey(slot)) {
            return;
        }
        try {
            ModelService service = new ModelService(slot, rules);
            services.put(slot, service);
            Share share = new Share("test", service.target(), "memory", 1000 + slot, "localhost");
            RemoteForward forward =
                    new RemoteForward(
                            link,
                            link.server(),
                            share,
                            doorway,
                            share.port(),
                            MemorySession.GRANTED);
            link.forwards().add(forward);
            forwards.put(slot, forward);
            if (proving) {
                Thread.ofVirtual().start(() -> prove(forward));
                Await.until(PATIENCE, () -> forward.proof().mayBeOurs("127.0.0.1"));
            }
            ModelChannel channel =
                    new ModelChannel(slot, session, rules, service::taken, window, largest);
            channels.put(slot, channel);
            channel.open("localhost", share.port(), from);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void channel(int slot, Consumer<ModelChannel> action) {
        ModelChannel channel = channels.get(slot);
        if (channel != null) {
            action.accept(channel);
        }
    }

    /// Does what may cost bytes on their way.
    void cutShort(int slot, Consumer<ModelChannel> action) {
        cutShort.add(slot);
        channel(slot, action);
    }

    void service(int slot, Consumer<ModelService> action) {
        ModelService service = services.get(slot);
        if (service != null) {
            action.accept(service);
        }
    }

    void disconnect(int slot) {
        RemoteForward forward = forwards.get(slot);
        if (forward != null) {
            cutShort.add(slot);
            forward.visitors().forEach(Visit::disconnect);
        }
    }

    void rekey(boolean now) {
        rekeying = now;
        session.pause(now);
    }

    void settle() {
        if (!rekeying && !proving) {
            channels.forEach((_, channel) -> await("an answer to OPEN", channel::isAnswered));
        }
    }

    @Override
    public void close() throws IOException {
        session.close();
        for (ModelService service : services.values()) {
            service.close();
        }
        journal.close();
    }

    private void finish() {
        rekey(false);
        services.values().forEach(service -> service.stall(false));
        channels.forEach((_, channel) -> await("an answer to OPEN", channel::isAnswered));
        services.values().forEach(ModelService::end);
        channels.values().forEach(channel -> channel.grant(MUCH));
        channels.values().forEach(ModelChannel::end);
        channels.forEach((_, channel) -> await("CLOSE", channel::isClosed));
        for (Integer visit = visits.poll(); visit != null; visit = visits.poll()) {
            session.say(
                    new Outgoing(Wire.CHANNEL_OPEN_FAILURE)
                            .int32(visit)
                            .int32(Wire.CONNECT_FAILED)
                            .string("nobody")
                            .string(""));
        }
        services.forEach(
                (slot, service) ->
                        await(
                                "the service's end",
                                () -> service.isOver() || hasLeftEarly(slot, service)));
        await("an empty table", () -> link.channels().size() == 0);
        rules.check(!link.isOver(), "the session ended: %s", link.end().getNow(null));
        channels.keySet().stream().filter(slot -> !cutShort.contains(slot)).forEach(this::whole);
        nothingIsLeft();
    }

    private void breakOff() throws IOException {
        session.close();
        services.values().forEach(service -> service.stall(false));
        services.values().stream()
                .filter(service -> service.said() + service.heard() > 0)
                .forEach(service -> await("the service's end", service::isOver));
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        await("a whole budget", () -> link.budget().left() == wholeBudget);
        await("no visits", () -> doorway.visits().isEmpty());
        await("nobody counted", () -> traffic.sample().visitors() == 0);
        await(
                "no visitors",
                () -> forwards.values().stream().allMatch(f -> f.visitors().isEmpty()));
    }

    /// A held visitor who leaves without a word never gets to the service.
    private boolean hasLeftEarly(int slot, ModelService service) {
        return cutShort.contains(slot) && !service.isVisited();
    }

    private void whole(int slot) {
        ModelChannel channel = channels.get(slot);
        ModelService service = services.get(slot);
        rules.check(!channel.isRefused(), "the visitor of %d was turned away", slot);
        rules.check(channel.hasSaidAll(), "the visitor of %d could not say all", slot);
        rules.check(
                service.heard() == channel.said(),
                "the service of %d heard %d of %d",
                slot,
                service.heard(),
                channel.said());
        rules.check(
                channel.heard() == service.said(),
                "the visitor of %d heard %d of %d",
                slot,
                channel.heard(),
                service.said());
    }

    /// On the engine's sending thread.
    private void heard(int type, Incoming fields) {
        if (type == Wire.CHANNEL_OPEN) {
            fields.string();
            visits.add(fields.int32());
            return;
        }
        int slot = fields.int32();
        ModelChannel channel = channels.get(slot);
        if (channel == null) {
            rules.check(false, "message %d on no channel %d", type, slot);
        } else {
            channel.heard(type, fields);
        }
    }

    private static void prove(RemoteForward forward) {
        try {
            forward.proof().prove();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(String what, BooleanSupplier condition) {
        try {
            Await.until(
                    PATIENCE,
                    what,
                    () -> condition.getAsBoolean() || link.isOver() && !rules.broken().isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage()
                            + "; the session: "
                            + link.end().getNow(null)
                            + "; "
                            + rules.broken()
                            + channels.values(),
                    e);
        }
    }
}
