package dev.portico.link;

/// One thing that happens between a server, the engine and a local service. What makes no sense
/// when its turn comes does nothing.
sealed interface Step {

    /// @param from the visitor's address: one on loopback may be held while a proof is under way
    record Open(int slot, int window, int largest, String from) implements Step {}

    record VisitorSays(int slot, int bytes) implements Step {}

    record VisitorEnds(int slot) implements Step {}

    record VisitorLeaves(int slot) implements Step {}

    /// The server cannot pass on to the visitor any more (OpenSSH's own request).
    record VisitorIsDeaf(int slot) implements Step {}

    record ServerAsks(int slot) implements Step {}

    record WindowGrows(int slot, int bytes) implements Step {}

    record ServiceSays(int slot, int bytes) implements Step {}

    record ServiceEnds(int slot) implements Step {}

    record ServiceResets(int slot) implements Step {}

    record ServiceStalls(int slot, boolean now) implements Step {}

    record OwnerDisconnects(int slot) implements Step {}

    /// Nothing leaves while keys are exchanged.
    record Rekey(boolean now) implements Step {}

    /// The others get as far as they can; without it the steps overtake the engine.
    record Settle() implements Step {}

    default void on(Scene scene) {
        switch (this) {
            case Open(int slot, int window, int largest, String from) ->
                    scene.open(slot, window, largest, from);
            case VisitorSays(int slot, int bytes) -> scene.channel(slot, it -> it.say(bytes));
            case VisitorEnds(int slot) -> scene.channel(slot, ModelChannel::end);
            case VisitorLeaves(int slot) -> scene.cutShort(slot, ModelChannel::leave);
            case VisitorIsDeaf(int slot) -> scene.cutShort(slot, it -> it.ask("eow@openssh.com"));
            case ServerAsks(int slot) -> scene.channel(slot, it -> it.ask("nonsense@example.com"));
            case WindowGrows(int slot, int bytes) -> scene.channel(slot, it -> it.grant(bytes));
            case ServiceSays(int slot, int bytes) -> scene.service(slot, it -> it.say(bytes));
            case ServiceEnds(int slot) -> scene.service(slot, ModelService::end);
            case ServiceResets(int slot) ->
                    scene.cutShort(slot, _ -> scene.service(slot, ModelService::reset));
            case ServiceStalls(int slot, boolean now) -> scene.service(slot, it -> it.stall(now));
            case OwnerDisconnects(int slot) -> scene.disconnect(slot);
            case Rekey(boolean now) -> scene.rekey(now);
            case Settle() -> scene.settle();
        }
    }
}
