package dev.portico.doctor;

import dev.portico.link.LocalService;
import dev.portico.share.Target;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;

/// Whether the service that is shared takes connections.
final class LocalServiceCheck {
    private LocalServiceCheck() {}

    /// Blocks for ten seconds at most for each address that the target has.
    static Finding look(Wish wish) {
        if (!wish.isShare()) {
            return Finding.skipped(Check.LOCAL_SERVICE, "no-share", Map.of());
        }
        Target target = wish.share().target();
        try (SocketChannel _ = LocalService.connect(target)) {
            return Finding.passed(
                    Check.LOCAL_SERVICE, "up", "passed", Map.of("target", target.text()));
        } catch (IOException e) {
            String words = e.getMessage() == null ? e.toString() : e.getMessage();
            Map<String, String> facts = Map.of("target", target.text(), "words", words);
            return Finding.failed(Check.LOCAL_SERVICE, "down", "down", facts, List.of());
        }
    }
}
