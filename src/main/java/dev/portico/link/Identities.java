package dev.portico.link;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.SSHAgentConnector;

import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Vector;

/// The keys that are offered to a server, at most three: servers count every offer as a try.
@SuppressWarnings("JdkObsolete") // Vector is JSch's word
final class Identities {
    private static final int MOST = 3;
    private static final int TRIES = 3;
    private static final List<String> USUAL = List.of("id_ed25519", "id_ecdsa", "id_rsa");

    private final Server server;
    private final JSch jsch;
    private final Asker asker;
    private final Deadline deadline;

    Identities(Server server, JSch jsch, Asker asker, Deadline deadline) {
        this.server = server;
        this.jsch = jsch;
        this.asker = asker;
        this.deadline = deadline;
    }

    /// Collects the keys of the server's way to sign in; none for a password.
    IdentityRepository collect() throws ProblemException {
        Vector<Identity> offered = new Vector<>();
        switch (server.signIn()) {
            case SignIn.KeyFiles(List<Path> paths) -> {
                for (Path path : paths) {
                    load(path);
                }
            }
            case SignIn.Agent _ -> {
                offered.addAll(fromAgent());
                if (offered.isEmpty()) {
                    throw new ProblemException(Problem.of(ProblemCode.AGENT_ABSENT, agentSocket()));
                }
            }
            case SignIn.Automatic _ -> {
                offered.addAll(fromAgent());
                loadUsual(offered.isEmpty());
            }
            case SignIn.Password _ -> {}
        }
        offered.addAll(jsch.getIdentityRepository().getIdentities());
        offered.setSize(Math.min(MOST, offered.size()));
        return new Chosen(offered);
    }

    /// A locked key is worth a question only where there is no other.
    private void loadUsual(boolean mayAsk) throws ProblemException {
        Path folder = Path.of(System.getProperty("user.home", ""), ".ssh");
        for (String name : USUAL) {
            Path path = folder.resolve(name);
            if (Files.isReadable(path) && (mayAsk || !isLocked(path))) {
                load(path);
                mayAsk = false;
            }
        }
    }

    private boolean isLocked(Path path) throws ProblemException {
        return keyPair(path).isEncrypted();
    }

    private void load(Path path) throws ProblemException {
        KeyPair pair = keyPair(path);
        byte[] passphrase = pair.isEncrypted() ? passphrase(pair, path) : null;
        try {
            jsch.addIdentity(path.toString(), passphrase);
        } catch (JSchException e) {
            throw unreadable(path, e);
        } finally {
            pair.dispose();
            if (passphrase != null) {
                Arrays.fill(passphrase, (byte) 0);
            }
        }
    }

    private KeyPair keyPair(Path path) throws ProblemException {
        try {
            return KeyPair.load(jsch, path.toString(), null);
        } catch (JSchException | RuntimeException e) {
            throw unreadable(path, e);
        }
    }

    private static ProblemException unreadable(Path path, Exception e) {
        return new ProblemException(
                Problem.of(ProblemCode.KEY_UNREADABLE, Diagnosis.words(e), "file", path.toString()),
                e);
    }

    private byte[] passphrase(KeyPair pair, Path path) throws ProblemException {
        for (int i = 0; i < TRIES; i++) {
            Optional<char[]> answer = ask(path, i > 0);
            if (answer.isEmpty()) {
                break;
            }
            byte[] bytes = wipedBytes(answer.get());
            if (pair.decrypt(bytes.clone())) {
                return bytes;
            }
        }
        throw new ProblemException(
                Problem.of(ProblemCode.PASSPHRASE_WRONG, "", "file", path.toString()));
    }

    private Optional<char[]> ask(Path path, boolean again) {
        deadline.pause();
        try {
            return asker.secret(
                    new Asker.SecretQuestion(
                            server, Asker.Secret.PASSPHRASE, path.toString(), List.of(), again));
        } finally {
            deadline.goOn();
        }
    }

    static byte[] wipedBytes(char[] secret) {
        ByteBuffer encoded = ByteBuffer.allocate(secret.length * 4);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(secret), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(secret, '\0');
        return bytes;
    }

    private static Vector<Identity> fromAgent() {
        if (agentSocket().isEmpty()) {
            return new Vector<>();
        }
        try {
            return new AgentIdentityRepository(new SSHAgentConnector()).getIdentities();
        } catch (AgentProxyException | RuntimeException e) {
            System.getLogger(Identities.class.getName())
                    .log(System.Logger.Level.DEBUG, "no agent", e);
            return new Vector<>();
        }
    }

    private static String agentSocket() {
        return Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")).orElse("");
    }

    /// What JSch sees of it: a fixed list.
    private record Chosen(Vector<Identity> identities) implements IdentityRepository {
        @Override
        public String getName() {
            return "Portico's choice";
        }

        @Override
        public int getStatus() {
            return RUNNING;
        }

        @Override
        public Vector<Identity> getIdentities() {
            return identities;
        }

        @Override
        public boolean add(byte[] identity) {
            return false;
        }

        @Override
        public boolean remove(byte[] blob) {
            return false;
        }

        @Override
        public void removeAll() {
            identities.clear();
        }
    }
}
