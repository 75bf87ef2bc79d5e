package dev.portico.store.keyring;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/// Encrypts secrets on the session bus, where every program of the user may listen
/// (dh-ietf1024-sha256-aes128-cbc-pkcs7 of the Secret Service).
final class BusCipher {
    static final String NAME = "dh-ietf1024-sha256-aes128-cbc-pkcs7";

    private static final int BLOCK = 16;
    private static final int GROUP_BYTES = 128;

    /// The second Oakley group (RFC 2409, section 6.2), with 2 as its generator.
    private static final BigInteger PRIME =
            new BigInteger(
                    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
                            + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
                            + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                            + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
                    16);

    private final SecureRandom random;
    private final BigInteger own;

    BusCipher(SecureRandom random) {
        this.random = random;
        this.own = new BigInteger(GROUP_BYTES * 8, random).mod(PRIME);
    }

    byte[] publicHalf() {
        return padded(BigInteger.TWO.modPow(own, PRIME));
    }

    /// The key that both sides come to.
    SecretKey key(byte[] theirHalf) throws GeneralSecurityException {
        byte[] shared = padded(new BigInteger(1, theirHalf).modPow(own, PRIME));
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(shared)
                                    .thenExpand(new byte[0], BLOCK));
        } finally {
            Arrays.fill(shared, (byte) 0);
        }
    }

    byte[] vector() {
        byte[] vector = new byte[BLOCK];
        random.nextBytes(vector);
        return vector;
    }

    static byte[] run(int mode, SecretKey key, byte[] vector, byte[] text)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, key, new IvParameterSpec(vector));
        return cipher.doFinal(text);
    }

    private static byte[] padded(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[GROUP_BYTES];
        int from = Math.max(0, bytes.length - GROUP_BYTES);
        int length = bytes.length - from;
        System.arraycopy(bytes, from, padded, GROUP_BYTES - length, length);
        Arrays.fill(bytes, (byte) 0);
        return padded;
    }
}
