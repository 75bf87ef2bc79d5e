package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.ports.ListeningPort;

/// Says in words what listens at a port.
final class PortWords {
    private PortWords() {}

    static String shortly(ListeningPort port) {
        return port.guess().orElse(port.process());
    }

    static String of(ListeningPort port, Texts texts) {
        if (port.process().isEmpty()) {
            return port.guess().map(name -> texts.of("ports.guessed", "name", name)).orElse("");
        }
        return port.project().isEmpty() ? port.process() : port.process() + " · " + port.project();
    }
}
