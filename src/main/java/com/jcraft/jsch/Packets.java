package com.jcraft.jsch;

import java.io.IOException;

/// What a [PacketSession] is to those who ride on it: packets come, packets go.
public interface Packets {

    /// Sees packets. An exception thrown from here ends the session and is its cause.
    interface Receiver {

        /// @param packet belongs to the session: read it during the call only
        /// @param start where the payload begins, with the message type
        /// @param end after the payload
        /// @return whether nobody else shall see the packet
        boolean take(int type, byte[] packet, int start, int end);

        void ended(Throwable cause);
    }

    /// Once, before the session connects.
    void showTo(Receiver receiver);

    /// Blocks while keys are exchanged and while the server's socket takes nothing. Any thread.
    ///
    /// @param packet [PacketSession#HEAD] free bytes, the payload, at least [PacketSession#TAIL]
    ///     free bytes; its content is lost
    /// @param end after the payload
    void send(byte[] packet, int end) throws IOException;

    void disconnect();
}
