package dev.portico.link;

import com.jcraft.jsch.Cipher;
import com.jcraft.jsch.jce.AES128GCM;

import java.util.concurrent.atomic.AtomicBoolean;

/// Has the virtual machine compile the usual cipher while the network is waited for, so that the
/// first visitor does not pay for it.
///
/// Once per process, on a thread of its own: about a tenth of a second of computing. Nothing
/// depends on its result.
final class CipherExercise {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final int PACKETS = 3_000;
    private static final int LARGE = Wire.MAX_DATA + 16;
    private static final int SMALL = 32;
    private static final int LENGTH_BYTES = 4;

    private CipherExercise() {}

    static void beginOnce() {
        if (!BEGUN.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("cipher-exercise").start(CipherExercise::run);
        }
    }

    private static void run() {
        try {
            exercise(new AES128GCM(), new AES128GCM());
        } catch (Exception e) {
            System.getLogger(CipherExercise.class.getName())
                    .log(System.Logger.Level.DEBUG, "the exercise failed", e);
        }
    }

    /// Each packet is encrypted and read again, in place, as JSch does it; small ones come between
    /// large ones, as on a real line, or the first of them would undo what was compiled.
    private static void exercise(Cipher out, Cipher in) throws Exception {
        byte[] key = new byte[out.getBlockSize()];
        out.init(Cipher.ENCRYPT_MODE, key, new byte[out.getIVSize()]);
        in.init(Cipher.DECRYPT_MODE, key, new byte[in.getIVSize()]);
        byte[] packet = new byte[LENGTH_BYTES + LARGE + out.getTagSize()];
        for (int i = 0; i < PACKETS; i++) {
            int length = i % 2 == 0 ? LARGE : SMALL;
            out.updateAAD(packet, 0, LENGTH_BYTES);
            out.doFinal(packet, LENGTH_BYTES, length, packet, LENGTH_BYTES);
            in.updateAAD(packet, 0, LENGTH_BYTES);
            in.doFinal(packet, LENGTH_BYTES, length + in.getTagSize(), packet, LENGTH_BYTES);
        }
    }
}
