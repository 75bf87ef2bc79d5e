package dev.portico.link;

import com.jcraft.jsch.Cipher;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.jce.AES128GCM;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;

/// Has the virtual machine compile the usual cipher while the network is waited for, so that the
/// first visitor does not pay for it.
///
/// Once per process, on a thread of its own: about a tenth of a second of computing. Nothing
/// depends on its result.
final class CipherExercise {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static final int SESSIONS = 100;
    private static final int LARGE = Wire.MAX_DATA + 16;
    private static final int[] PACKETS = {
        16, 32, LARGE, 48, LARGE, 8_208, LARGE, 32, LARGE, 1_040, LARGE, 16, LARGE, LARGE, 272,
        LARGE
    };
    private static final int LENGTH_BYTES = 4;

    private CipherExercise() {}

    static void beginOnce() {
        if (!BEGUN.getAndSet(true)) {
            Thread.ofPlatform().daemon().name("cipher-exercise").start(CipherExercise::run);
        }
    }

    private static void run() {
        try {
            loadWhatComesLater();
            for (byte session = 0; session < SESSIONS; session++) {
                exercise(new AES128GCM(), new AES128GCM(), session);
            }
        } catch (Exception e) {
            System.getLogger(CipherExercise.class.getName())
                    .log(System.Logger.Level.DEBUG, "the exercise failed", e);
        }
    }

    /// Compiled code relies on a class being the only one of its kind. These are loaded by every
    /// session in the end, and would undo it then.
    private static void loadWhatComesLater() throws Exception {
        new FetchedRandom().fill(new byte[1], 0, 1); // the JDK's other ways of AES
        Class.forName(KeyPair.class.getName()); // has a finalizer
    }

    /// Each packet is encrypted and read again, in place, as JSch does it. What a real session does
    /// and this one does not would undo what was compiled: so keys change, and sizes vary.
    private static void exercise(Cipher out, Cipher in, byte session) throws Exception {
        byte[] key = new byte[out.getBlockSize()];
        Arrays.fill(key, session);
        out.init(Cipher.ENCRYPT_MODE, key, new byte[out.getIVSize()]);
        in.init(Cipher.DECRYPT_MODE, key, new byte[in.getIVSize()]);
        byte[] packet = new byte[LENGTH_BYTES + Wire.MAX_DATA + 2 * out.getTagSize()];
        for (int length : PACKETS) {
            out.updateAAD(packet, 0, LENGTH_BYTES);
            out.doFinal(packet, LENGTH_BYTES, length, packet, LENGTH_BYTES);
            in.updateAAD(packet, 0, LENGTH_BYTES);
            in.doFinal(packet, LENGTH_BYTES, length + in.getTagSize(), packet, LENGTH_BYTES);
        }
    }
}
