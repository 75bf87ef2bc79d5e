package dev.portico.link;

import java.nio.ByteBuffer;

/// What can arrive on a channel. Called by the session's reader; nothing here may block.
interface Channel {

    /// @param data valid during the call only
    void data(ByteBuffer data);

    /// @param data valid during the call only
    default void extendedData(ByteBuffer data) {
        throw new ProtocolBreach("errors of a command that does not run");
    }

    void windowGrew(long bytes);

    void eof();

    void close();

    void request(String type, boolean wantsReply);

    /// A command has ended (RFC 4254, section 6.10).
    default void exited(int status) {
        // only who runs one wants to know
    }

    /// The server answered a request of ours.
    default void answered(boolean well) {
        throw new ProtocolBreach("a request was answered that was not made");
    }

    /// The server took a channel that we opened.
    default void confirmed(int peer) {
        throw new ProtocolBreach("a channel was confirmed that was not asked for");
    }

    /// As [#confirmed(int)], with what the server lets us send: bytes, and bytes in one packet.
    default void confirmed(int peer, long window, long largestPacket) {
        confirmed(peer);
    }

    /// The server did not take a channel that we opened.
    default void refused(int reason, String words) {
        throw new ProtocolBreach("a channel was refused that was not asked for");
    }

    /// The session is over. Called by the sender, as the last thing that it does.
    void sessionEnded();
}
