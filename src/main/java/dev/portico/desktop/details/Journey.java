package dev.portico.desktop.details;

import java.util.List;

/// The whole way of a share: a wire leads from each stop to the next.
record Journey(List<Hop> hops, List<Wire> wires) {
    static final int STOPS = 4;
}
