package dev.portico.link;

import com.jcraft.jsch.Packets;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/// Hands each packet to what it is for. Runs on the session's reader thread, and so never blocks:
/// what must be sent is left with the [Sender].
final class Dispatch implements Packets.Receiver {
    private final Link link;
    private ByteBuffer view = ByteBuffer.allocate(0);

    Dispatch(Link link) {
        this.link = link;
    }

    @Override
    public boolean take(int type, byte[] packet, int start, int end) {
        if (link.sender().waiting() > Sender.MOST_TASKS) {
            throw new ProtocolBreach("it asks and never listens");
        }
        Incoming incoming = new Incoming(packet, start + 1, end);
        switch (type) {
            case Wire.CHANNEL_DATA -> data(incoming, packet, false);
            case Wire.CHANNEL_EXTENDED_DATA -> data(incoming, packet, true);
            case Wire.CHANNEL_WINDOW_ADJUST -> windowAdjust(incoming);
            case Wire.CHANNEL_OPEN -> open(incoming);
            case Wire.CHANNEL_OPEN_CONFIRMATION -> confirmed(incoming);
            case Wire.CHANNEL_OPEN_FAILURE -> refused(incoming);
            case Wire.CHANNEL_EOF -> eof(incoming);
            case Wire.CHANNEL_CLOSE -> close(incoming);
            case Wire.CHANNEL_REQUEST -> channelRequest(incoming);
            case Wire.CHANNEL_SUCCESS -> answered(incoming, true);
            case Wire.CHANNEL_FAILURE -> answered(incoming, false);
            case Wire.GLOBAL_REQUEST -> globalRequest(incoming);
            case Wire.REQUEST_SUCCESS -> link.requests().replied(true, incoming);
            case Wire.REQUEST_FAILURE -> link.requests().replied(false, incoming);
            case Wire.DEBUG -> debug(incoming);
            default -> throw new ProtocolBreach("message " + type + " was not asked for");
        }
        return true;
    }

    @Override
    public void ended(Throwable cause) {
        link.ended(cause);
    }

    private void data(Incoming packet, byte[] bytes, boolean extended) {
        Channel channel = open(packet.int32());
        if (extended) {
            packet.int32(); // its kind: there is but one
        }
        int length = packet.length();
        if (length > Wire.MAX_DATA) {
            throw new ProtocolBreach("a packet larger than was allowed");
        }
        if (view.array() != bytes) {
            view = ByteBuffer.wrap(bytes);
        }
        if (channel == null) {
            return;
        }
        ByteBuffer data = view.limit(packet.position() + length).position(packet.position());
        if (extended) {
            channel.extendedData(data);
        } else {
            channel.data(data);
        }
    }

    /// Some servers give credit after their CLOSE; it is worth nothing, and harms nobody.
    private void windowAdjust(Incoming packet) {
        Channel channel = link.channels().find(packet.int32());
        if (channel != null) {
            channel.windowGrew(packet.uint32());
        }
    }

    private void eof(Incoming packet) {
        Channel channel = open(packet.int32());
        if (channel != null) {
            channel.eof();
        }
    }

    private void close(Incoming packet) {
        Channel channel = open(packet.int32());
        if (channel != null) {
            channel.close();
        }
    }

    private void confirmed(Incoming packet) {
        Channel channel = open(packet.int32());
        if (channel != null) {
            channel.confirmed(packet.int32(), packet.uint32(), packet.uint32());
        }
    }

    private void refused(Incoming packet) {
        Channel channel = open(packet.int32());
        if (channel != null) {
            channel.refused(packet.int32(), packet.string());
        }
    }

    private void channelRequest(Incoming packet) {
        Channel channel = open(packet.int32());
        if (channel == null) {
            return;
        }
        String type = packet.string();
        boolean wantsReply = packet.bool();
        if (type.equals("exit-status")) {
            channel.exited(packet.int32());
        } else {
            channel.request(type, wantsReply);
        }
    }

    private void answered(Incoming packet, boolean well) {
        Channel channel = open(packet.int32());
        if (channel != null) {
            channel.answered(well);
        }
    }

    private void open(Incoming packet) {
        String type = packet.string();
        int peer = packet.int32();
        long window = packet.uint32();
        long largestPacket = packet.uint32();
        if (!type.equals("forwarded-tcpip")) {
            refuse(peer, Wire.PROHIBITED, "Portico takes no channel of this type");
            return;
        }
        String bind = packet.string();
        int port = packet.int32();
        RemoteForward forward = link.forwards().find(bind, port);
        if (forward == null || forward.isClosed()) {
            refuse(peer, Wire.PROHIBITED, "nothing is shared on this port");
            return;
        }
        String address = Originator.text(packet.string());
        link.visits()
                .arrived(
                        forward, new Opening(peer, window, largestPacket, address, packet.int32()));
    }

    private void globalRequest(Incoming packet) {
        packet.string();
        if (packet.bool()) {
            link.sender().execute(() -> link.sender().send(new Outgoing(Wire.REQUEST_FAILURE)));
        }
    }

    private void debug(Incoming packet) {
        packet.bool();
        link.words().add(packet.string());
    }

    private void refuse(int peer, int reason, String words) {
        link.sender().execute(() -> link.sender().send(Visits.refusal(peer, reason, words)));
    }

    /// A channel stays in the table until the server's CLOSE is here, so that nothing for it can
    /// cross ours.
    ///
    /// @return null when the session is ending and all channels with it
    private @Nullable Channel open(int id) {
        Channel channel = link.channels().find(id);
        if (channel == null && !link.sender().isOver()) {
            throw new ProtocolBreach("there is no channel " + id);
        }
        return channel;
    }
}
