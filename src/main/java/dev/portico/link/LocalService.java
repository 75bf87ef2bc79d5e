package dev.portico.link;

import dev.portico.share.Target;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// Reaches the local service the way visitors do.
public final class LocalService {
    private LocalService() {}

    /// Blocks for ten seconds at most for each address that the target has.
    ///
    /// @return in blocking mode
    public static SocketChannel connect(Target target) throws IOException {
        return switch (LocalConnect.patiently(target)) {
            case LocalConnect.Connected(SocketChannel local) -> {
                local.configureBlocking(true);
                yield local;
            }
            case LocalConnect.Refused(String reason) -> throw new IOException(reason);
            case LocalConnect.Elsewhere _, LocalConnect.Pending _ ->
                    throw new IllegalStateException("patience leaves nothing open");
        };
    }
}
