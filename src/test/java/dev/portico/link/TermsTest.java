package dev.portico.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.fixture.LocalServices;
import dev.portico.fixture.RealSshd;
import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.Server;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.DataInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// What Portico really offers, read from the first packet that it sends.
@Timeout(60)
class TermsTest {
    private static final int KEX = 0;
    private static final int HOST_KEYS = 1;
    private static final int CIPHERS = 2;
    private static final int MACS = 4;
    private static final int COMPRESSION = 6;
    private static final String UNSAFE = ".*(sha1|group1-|cbc|md5|3des|arcfour|ssh-dss|gss).*";

    @RegisterExtension
    static final RealSshd OLD =
            RealSshd.forAllTests(
                    "KexAlgorithms diffie-hellman-group14-sha1",
                    "Ciphers aes128-cbc",
                    "MACs hmac-sha1");

    @Test
    void theBestIsOfferedFirstAndNothingUnsafe() throws Exception {
        List<List<String>> offer = offer(false);
        assertThat(offer.get(KEX).getFirst()).isEqualTo("mlkem768x25519-sha256");
        assertThat(offer.get(KEX)).contains("kex-strict-c-v00@openssh.com");
        assertThat(offer.get(CIPHERS))
                .startsWith("aes128-gcm@openssh.com", "aes256-gcm@openssh.com");
        assertThat(offer.get(HOST_KEYS)).startsWith("ssh-ed25519").doesNotContain("ssh-rsa");
        assertThat(offer.get(COMPRESSION)).containsExactly("none");
        assertThat(offer.stream().flatMap(List::stream))
                .allSatisfy(name -> assertThat(name).doesNotMatch(UNSAFE));
    }

    @Test
    void whatIsUnsafeComesLastAndOnlyWhenTheProfileSaysSo() throws Exception {
        List<List<String>> offer = offer(true);
        assertThat(offer.get(KEX)).contains("diffie-hellman-group14-sha1");
        assertThat(offer.get(HOST_KEYS)).endsWith("ssh-rsa");
        assertThat(offer.get(CIPHERS)).startsWith("aes128-gcm@openssh.com").endsWith("3des-cbc");
        assertThat(offer.get(MACS)).endsWith("hmac-sha1");
    }

    @Test
    void aServerThatIsTooOldIsNamedWithWhatItOffersAndTheWayOut() throws Exception {
        Problem problem = Problems.of(() -> open(OLD.server(), _ -> Optional.of(OLD.server())));
        assertThat(problem.code()).isEqualTo(ProblemCode.ALGORITHMS_DISAGREE);
        assertThat(problem.consoleRemedy(Locale.ENGLISH))
                .contains("diffie-hellman-group14-sha1", "portico servers edit real --legacy");
    }

    @Test
    void oneThatIsNotSavedHasToBeSavedForThat() throws Exception {
        Problem problem = Problems.of(() -> open(OLD.server()));
        String address = OLD.server().address();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(problem.consoleRemedy(locale))
                    .contains(
                            "diffie-hellman-group14-sha1",
                            "portico servers add NAME " + address + " --legacy",
                            "--on NAME")
                    .doesNotContain("servers edit");
        }
    }

    @Test
    void aServerThatIsTooOldIsReachedWhenItsProfileAllowsIt() throws Exception {
        open(OLD.server().withLegacy(true));
    }

    private static Object open(Server server) throws Exception {
        return open(server, _ -> Optional.empty());
    }

    private static Object open(Server server, Function<String, Optional<Server>> saved)
            throws Exception {
        try (LocalServices.Service echo = LocalServices.echo();
                OneShare share = new OneShare(server, Asker.NOBODY, saved)) {
            share.open(echo.target()).close();
            return "it opened";
        }
    }

    private static List<List<String>> offer(boolean legacy) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
                OneShare share = new OneShare(server(listener.getLocalPort(), legacy))) {
            CompletableFuture<List<List<String>>> offer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> read(listener, offer));
            Problems.of(() -> share.open(Target.parse("80")));
            return offer.get();
        }
    }

    private static Server server(int port, boolean legacy) {
        return new Server("x", "127.0.0.1", port, "u", new SignIn.Password()).withLegacy(legacy);
    }

    /// RFC 4253, section 7.1.
    private static void read(ServerSocket listener, CompletableFuture<List<List<String>>> offer) {
        try (Socket client = listener.accept()) {
            client.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (in.read() != '\n') {
                Thread.onSpinWait();
            }
            in.skipNBytes(4 + 1 + 1 + 16);
            List<List<String>> lists = new ArrayList<>();
            for (int i = 0; i <= COMPRESSION; i++) {
                String names = new String(in.readNBytes(in.readInt()), StandardCharsets.US_ASCII);
                lists.add(List.of(names.split(",")));
            }
            offer.complete(lists);
        } catch (Exception e) {
            offer.completeExceptionally(e);
        }
    }
}
