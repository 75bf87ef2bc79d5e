package dev.portico.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/// What the next session sees of a tunnel: to a channel of SSH `close` is what the other side says.
record TunnelLine(Tunnel tunnel) implements ByteChannel {
    @Override
    public int read(ByteBuffer to) throws IOException {
        return tunnel.read(to);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return tunnel.write(from);
    }

    @Override
    public boolean isOpen() {
        return tunnel.isOpen();
    }

    @Override
    public void close() {
        tunnel.hangUp();
    }
}
