package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.Cipher;

import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.fixture.Relay;
import dev.portico.share.LiveForward;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.Socket;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.crypto.AEADBadTagException;

/// Alone, and with a server that speaks nothing else.
@Timeout(120)
class ChaChaPolyTest {
    private static final int LENGTH = 4 + 200;
    private static final int TAG = Poly1305.TAG_BYTES;

    @RegisterExtension
    static final RealSshd SSHD =
            RealSshd.forAllTests("Ciphers chacha20-poly1305@openssh.com", "RekeyLimit 4M");

    private final byte[] key = random(1, 64);

    @Test
    void opensWhatItSealedUnderEveryNumber() throws Exception {
        ChaChaPoly seals = cipher(Cipher.ENCRYPT_MODE);
        ChaChaPoly opens = cipher(Cipher.DECRYPT_MODE);
        for (int number : new int[] {0, 1, 77, Integer.MAX_VALUE, Integer.MIN_VALUE, -1}) {
            byte[] packet = sealed(seals, number);
            assertThat(packet).isNotEqualTo(random(2, LENGTH + TAG));
            assertThat(opened(opens, number, packet)).isEqualTo(random(2, LENGTH));
        }
    }

    @Test
    void refusesAPacketWithAnyBitChanged() throws Exception {
        ChaChaPoly opens = cipher(Cipher.DECRYPT_MODE);
        byte[] packet = sealed(cipher(Cipher.ENCRYPT_MODE), 5);
        for (int bit = 0; bit < packet.length * 8; bit++) {
            byte[] changed = packet.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> opened(opens, 5, changed))
                    .isInstanceOf(AEADBadTagException.class);
        }
        assertThatThrownBy(() -> opened(opens, 6, packet)).isInstanceOf(AEADBadTagException.class);
        assertThat(opened(opens, 5, packet)).isEqualTo(random(2, LENGTH));
    }

    @Test
    void carriesManyBytesOverManyRekeys() throws Exception {
        byte[] question = random(3, 20_000_000);
        try (OneShare share = new OneShare(SSHD.server());
                LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target());
                Socket visitor = OneShare.visit(forward);
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> asking =
                    thread.submit(
                            () -> {
                                visitor.getOutputStream().write(question);
                                visitor.shutdownOutput();
                                return question.length;
                            });
            byte[] answer = visitor.getInputStream().readAllBytes();
            asking.get();
            assertThat(sha256(answer)).isEqualTo(sha256(question));
        }
    }

    @Test
    void aPacketChangedOnItsWayEndsTheSession() throws Exception {
        try (Relay relay = new Relay(SSHD.port());
                OneShare share = new OneShare(SSHD.server(relay));
                LocalServices.Service echo = LocalServices.echo();
                LiveForward forward = share.open(echo.target())) {
            relay.corrupt();
            try (Socket visitor = OneShare.visit(forward)) {
                visitor.getOutputStream().write(1);
                Problem problem = forward.awaitEnd();
                assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_LOST);
                assertThat(problem.raw()).isEqualTo("Packet corrupt");
            }
        }
    }

    private ChaChaPoly cipher(int mode) throws Exception {
        ChaChaPoly cipher = new ChaChaPoly();
        cipher.init(mode, key, new byte[0]);
        return cipher;
    }

    /// The bytes 0 to 199 of the seed 2, as a packet on the wire.
    private static byte[] sealed(ChaChaPoly cipher, int number) throws Exception {
        byte[] packet = Arrays.copyOf(random(2, LENGTH), LENGTH + TAG);
        cipher.update(number);
        cipher.update(packet, 0, 4, packet, 0);
        cipher.doFinal(packet, 0, LENGTH, packet, 0);
        return packet;
    }

    private static byte[] opened(ChaChaPoly cipher, int number, byte[] sealed) throws Exception {
        byte[] packet = sealed.clone();
        byte[] length = new byte[4];
        cipher.update(number);
        cipher.update(packet, 0, 4, length, 0);
        cipher.doFinal(packet, 0, LENGTH, packet, 0);
        System.arraycopy(length, 0, packet, 0, 4);
        return Arrays.copyOf(packet, LENGTH);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
