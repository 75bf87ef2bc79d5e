package dev.portico.link;

import java.util.function.LongSupplier;

/// One channel as a server that keeps to RFC 4254 sees it. Says no more than it may, and checks
/// that the engine does the same. Its number is its slot.
final class ModelChannel {
    /// What the buffers of the local connection may hold, over and above the engine's own.
    private static final long KERNEL = 8L * 1024 * 1024;

    private final int slot;
    private final MemorySession session;
    private final Rules rules;
    private final LongSupplier takenByService;
    private final int largest;
    private long window;
    private int engine = -1;
    private long credit;
    private long totalCredit;
    private long wanted;
    private long said;
    private long heard;
    private boolean eofWanted;
    private boolean eofSaid;
    private boolean closeSaid;
    private boolean eofHeard;
    private boolean closeHeard;
    private boolean refused;

    ModelChannel(
            int slot,
            MemorySession session,
            Rules rules,
            LongSupplier takenByService,
            int window,
            int largest) {
        this.slot = slot;
        this.session = session;
        this.rules = rules;
        this.takenByService = takenByService;
        this.window = window;
        this.largest = largest;
    }

    synchronized void open(String bind, int port, String from) {
        session.say(
                new Outgoing(Wire.CHANNEL_OPEN)
                        .string("forwarded-tcpip")
                        .int32(slot)
                        .int32((int) window)
                        .int32(largest)
                        .string(bind)
                        .int32(port)
                        .string(from)
                        .int32(40_000 + slot));
    }

    synchronized void say(int bytes) {
        if (!eofWanted && !closeSaid) {
            wanted += bytes;
            flush();
        }
    }

    synchronized void end() {
        eofWanted = true;
        flush();
    }

    synchronized void leave() {
        if (engine >= 0 && !closeSaid) {
            closeSaid = true;
            session.say(new Outgoing(Wire.CHANNEL_CLOSE).int32(engine));
        }
    }

    synchronized void grant(int bytes) {
        if (engine >= 0 && !closeSaid) {
            window += bytes;
            session.say(new Outgoing(Wire.CHANNEL_WINDOW_ADJUST).int32(engine).int32(bytes));
        }
    }

    synchronized void ask(String request) {
        if (engine >= 0 && !closeSaid) {
            session.say(
                    new Outgoing(Wire.CHANNEL_REQUEST).int32(engine).string(request).bool(true));
        }
    }

    synchronized void heard(int type, Incoming fields) {
        rules.check(!closeHeard, "message %d after CLOSE on %d", type, slot);
        switch (type) {
            case Wire.CHANNEL_OPEN_CONFIRMATION -> confirmed(fields);
            case Wire.CHANNEL_WINDOW_ADJUST -> credited(fields.uint32());
            case Wire.CHANNEL_DATA -> data(fields);
            case Wire.CHANNEL_EOF -> {
                rules.check(!eofHeard, "EOF twice on %d", slot);
                eofHeard = true;
            }
            case Wire.CHANNEL_CLOSE -> {
                closeHeard = true;
                leave();
            }
            case Wire.CHANNEL_OPEN_FAILURE -> {
                rules.check(engine < 0 && !refused, "refused late on %d", slot);
                refused = true;
            }
            case Wire.CHANNEL_FAILURE -> {}
            default -> rules.check(false, "message %d on channel %d", type, slot);
        }
        flush();
    }

    synchronized boolean isAnswered() {
        return engine >= 0 || refused;
    }

    synchronized boolean isRefused() {
        return refused;
    }

    synchronized boolean isClosed() {
        return closeHeard && closeSaid || refused;
    }

    synchronized long said() {
        return said;
    }

    synchronized long heard() {
        return heard;
    }

    synchronized boolean hasSaidAll() {
        return eofSaid;
    }

    @Override
    public synchronized String toString() {
        return "channel %d: engine %d, said %d of %d, heard %d, credit %d, window %d, eof %s/%s, close %s/%s"
                .formatted(
                        slot,
                        engine,
                        said,
                        said + wanted,
                        heard,
                        credit,
                        window,
                        eofSaid,
                        eofHeard,
                        closeSaid,
                        closeHeard);
    }

    private void confirmed(Incoming fields) {
        rules.check(engine < 0, "confirmed twice: %d", slot);
        engine = fields.int32();
        credited(fields.uint32());
        rules.check(fields.uint32() == Wire.MAX_DATA, "another packet size on %d", slot);
    }

    private void credited(long bytes) {
        credit += bytes;
        totalCredit += bytes;
        rules.check(credit <= ReceiveWindow.LARGEST, "a window of %d on %d", credit, slot);
        rules.check(
                totalCredit - takenByService.getAsLong() <= ReceiveWindow.LARGEST + KERNEL,
                "credit for more than the service took on %d: %d",
                slot,
                totalCredit);
    }

    private void data(Incoming fields) {
        int bytes = fields.length();
        rules.check(!eofHeard, "data after EOF on %d", slot);
        rules.check(bytes > 0 && bytes <= largest, "%d bytes in a packet on %d", bytes, slot);
        rules.check(bytes <= window, "%d bytes in a window of %d on %d", bytes, window, slot);
        byte[] piece = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            piece[i] = (byte) fields.uint8();
        }
        boolean right = Rules.isSaid(slot, heard, piece, 0, bytes);
        rules.check(right, "wrong bytes from the service of %d at %d", slot, heard);
        window -= bytes;
        heard += bytes;
    }

    private void flush() {
        while (engine >= 0 && !closeSaid && !eofSaid && wanted > 0 && credit > 0) {
            byte[] piece = new byte[(int) Math.min(Wire.MAX_DATA, Math.min(wanted, credit))];
            Rules.say(slot, said, piece);
            session.say(new Outgoing(Wire.CHANNEL_DATA).int32(engine).string(piece));
            wanted -= piece.length;
            credit -= piece.length;
            said += piece.length;
        }
        if (engine >= 0 && eofWanted && wanted == 0 && !eofSaid && !closeSaid) {
            eofSaid = true;
            session.say(new Outgoing(Wire.CHANNEL_EOF).int32(engine));
        }
    }
}
