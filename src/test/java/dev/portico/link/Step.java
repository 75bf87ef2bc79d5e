package dev.portico.link;

/// One thing that happens between a server, the engine and a local service. What makes no sense
/// when its turn comes does nothing.
sealed interface Step {
    void on(Scene scene);

    /// @param from the visitor's address: one on loopback may be held while a proof is under way
    record Open(int slot, int window, int largest, String from) implements Step {
        @Override
        public void on(Scene scene) {
            scene.open(slot, window, largest, from);
        }
    }

    record VisitorSays(int slot, int bytes) implements Step {
        @Override
        public void on(Scene scene) {
            scene.channel(slot, channel -> channel.say(bytes));
        }
    }

    record VisitorEnds(int slot) implements Step {
        @Override
        public void on(Scene scene) {
            scene.channel(slot, ModelChannel::end);
        }
    }

    record VisitorLeaves(int slot) implements Step {
        @Override
        public void on(Scene scene) {
            scene.cutShort(slot, ModelChannel::leave);
        }
    }

    /// The server cannot pass on to the visitor any more (OpenSSH's own request).
    record VisitorIsDeaf(int slot) implements Step {
        @Override
        public void on(Scene scene) {
            scene.cutShort(slot, channel -> channel.ask("eow@openssh.com"));
        }
    }

    record ServerAsks(int slot) implements Step {
        @Override
        public void on(Scene scene) {
            scene.channel(slot, channel -> channel.ask("nonsense@example.com"));
        }
    }

    record WindowGrows(int slot, int bytes) implements Step {
        @Override
        public void on(Scene scene) {
            scene.channel(slot, channel -> channel.grant(bytes));
        }
    }

    record ServiceSays(int slot, int bytes) implements Step {
        @Override
        public void on(Scene scene) {
            scene.service(slot, service -> service.say(bytes));
        }
    }

    record ServiceEnds(int slot) implements Step {
        @Override
        public void on(Scene scene) {
            scene.service(slot, ModelService::end);
        }
    }

    record ServiceResets(int slot) implements Step {
        @Override
        public void on(Scene scene) {
            scene.cutShort(slot, _ -> scene.service(slot, ModelService::reset));
        }
    }

    record ServiceStalls(int slot, boolean now) implements Step {
        @Override
        public void on(Scene scene) {
            scene.service(slot, service -> service.stall(now));
        }
    }

    record OwnerDisconnects(int slot) implements Step {
        @Override
        public void on(Scene scene) {
            scene.disconnect(slot);
        }
    }

    /// Nothing leaves while keys are exchanged.
    record Rekey(boolean now) implements Step {
        @Override
        public void on(Scene scene) {
            scene.rekey(now);
        }
    }

    /// The others get as far as they can; without it the steps overtake the engine.
    record Settle() implements Step {
        @Override
        public void on(Scene scene) {
            scene.settle();
        }
    }
}
