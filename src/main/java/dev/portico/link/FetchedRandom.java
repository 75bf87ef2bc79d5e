package dev.portico.link;

import com.jcraft.jsch.Random;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Random bytes for what JSch fills with them: the padding of every packet (RFC 4253, section 6),
/// and the cookie of a key exchange. Keys are not made from these.
///
/// The JDK's generator hashes for every twenty bytes, once per packet. Here its bytes are the key
/// of AES in counter mode, which gives a page at a time. What was given out is forgotten.
public final class FetchedRandom implements Random {
    private static final int KEY_BYTES = 16;
    private static final int PAGE = 4096;

    private final Cipher stream;
    private final byte[] zeros = new byte[PAGE];
    private final byte[] page = new byte[PAGE];
    private int used = PAGE;

    public FetchedRandom() throws GeneralSecurityException {
        byte[] seed = new byte[2 * KEY_BYTES];
        new SecureRandom().nextBytes(seed);
        stream = Cipher.getInstance("AES/CTR/NoPadding");
        stream.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(seed, 0, KEY_BYTES, "AES"),
                new IvParameterSpec(seed, KEY_BYTES, KEY_BYTES));
    }

    @Override
    public synchronized void fill(byte[] into, int start, int length) {
        int done = 0;
        while (done < length) {
            if (used == PAGE) {
                fetch();
            }
            int part = Math.min(length - done, PAGE - used);
            System.arraycopy(page, used, into, start + done, part);
            Arrays.fill(page, used, used + part, (byte) 0);
            used += part;
            done += part;
        }
    }

    private void fetch() {
        try {
            stream.update(zeros, 0, PAGE, page);
            used = 0;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES did not fill a page", e);
        }
    }
}
