package dev.portico.link;

import com.jcraft.jsch.Cipher;

import org.jspecify.annotations.Nullable;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

import javax.crypto.AEADBadTagException;
import javax.crypto.SecretKey;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// `chacha20-poly1305@openssh.com` (OpenSSH's PROTOCOL.chacha20poly1305) on the JDK's own ChaCha20.
///
/// JSch makes one per direction and key exchange, by name, and for each packet calls
/// `update(number)`, `update` for the four bytes of its length, `doFinal` for the whole packet. The
/// cipher's 64-bit nonce and 64-bit counter are the JDK's 96-bit nonce with four leading zeros and
/// its 32-bit counter, as no packet is 256 GiB long. A packet number comes once per key: nonces are
/// never used again.
public final class ChaChaPoly implements Cipher {
    private static final String STREAM = "ChaCha20";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int LENGTH_BYTES = 4;
    private static final int ALIGNMENT = 8;
    private static final int STREAM_BLOCK = 64;

    private record Keys(int mode, SecretKey lengths, SecretKey payloads) {}

    private final javax.crypto.Cipher lengths;
    private final javax.crypto.Cipher payloads;
    private final Poly1305 poly = new Poly1305();
    private final byte[] nonce = new byte[NONCE_BYTES];
    private final byte[] first = new byte[STREAM_BLOCK];
    private final byte[] tag = new byte[Poly1305.TAG_BYTES];
    private final byte[] sentTag = new byte[Poly1305.TAG_BYTES];
    private @Nullable Keys keys;

    public ChaChaPoly() throws GeneralSecurityException {
        lengths = javax.crypto.Cipher.getInstance(STREAM);
        payloads = javax.crypto.Cipher.getInstance(STREAM);
    }

    /// What JSch aligns packets to.
    @Override
    public int getIVSize() {
        return ALIGNMENT;
    }

    /// How many bytes of key JSch makes.
    @Override
    public int getBlockSize() {
        return 2 * KEY_BYTES;
    }

    @Override
    public int getTagSize() {
        return Poly1305.TAG_BYTES;
    }

    @Override
    public void init(int mode, byte[] key, byte[] iv) {
        keys =
                new Keys(
                        mode == ENCRYPT_MODE
                                ? javax.crypto.Cipher.ENCRYPT_MODE
                                : javax.crypto.Cipher.DECRYPT_MODE,
                        new SecretKeySpec(key, KEY_BYTES, KEY_BYTES, STREAM),
                        new SecretKeySpec(key, 0, KEY_BYTES, STREAM));
    }

    /// Begins the packet of this number.
    @Override
    public void update(int number) throws GeneralSecurityException {
        Keys ready = Objects.requireNonNull(keys);
        for (int i = 0; i < Integer.BYTES; i++) {
            nonce[NONCE_BYTES - 1 - i] = (byte) (number >>> (Byte.SIZE * i));
        }
        ChaCha20ParameterSpec fromFirstBlock = new ChaCha20ParameterSpec(nonce, 0);
        lengths.init(ready.mode(), ready.lengths(), fromFirstBlock);
        payloads.init(ready.mode(), ready.payloads(), fromFirstBlock);
        Arrays.fill(first, (byte) 0);
        payloads.update(first, 0, STREAM_BLOCK, first, 0);
        poly.begin(first);
        Arrays.fill(first, (byte) 0);
    }

    @Override
    public void update(byte[] from, int start, int length, byte[] to, int toStart)
            throws GeneralSecurityException {
        lengths.update(from, start, length, to, toStart);
    }

    /// The whole packet, whose length is encrypted on both sides. The tag stands behind it.
    @Override
    public void doFinal(byte[] from, int start, int length, byte[] to, int toStart)
            throws GeneralSecurityException {
        if (Objects.requireNonNull(keys).mode() == javax.crypto.Cipher.ENCRYPT_MODE) {
            payload(from, start, length, to, toStart);
            poly.finish(to, toStart, length, to, toStart + length);
        } else {
            poly.finish(from, start, length, tag, 0);
            System.arraycopy(from, start + length, sentTag, 0, sentTag.length);
            if (!MessageDigest.isEqual(tag, sentTag)) {
                throw new AEADBadTagException("the packet was changed on its way");
            }
            payload(from, start, length, to, toStart);
        }
    }

    @Override
    public boolean isCBC() {
        return false;
    }

    @Override
    public boolean isAEAD() {
        return true;
    }

    @Override
    public boolean isChaCha20() {
        return true;
    }

    private void payload(byte[] from, int start, int length, byte[] to, int toStart)
            throws GeneralSecurityException {
        payloads.update(
                from, start + LENGTH_BYTES, length - LENGTH_BYTES, to, toStart + LENGTH_BYTES);
    }
}
