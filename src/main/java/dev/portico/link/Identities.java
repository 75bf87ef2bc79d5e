package dev.portico.link;

import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;

import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import java.util.concurrent.atomic.AtomicBoolean;

/// The keys that are offered to a server, at most three: servers count every offer as a try. Close
/// wipes them.
@SuppressWarnings("JdkObsolete") // Vector is JSch's word
final class Identities implements AutoCloseable {
    private final Server server;
    private final JSch jsch;
    private final Secrets secrets;
    private final Deadline deadline;
    private final Agents agents;
    private final Vector<Identity> offered = new Vector<>();
    private List<Identity> ofAgents = List.of();
    private Optional<ProblemException> setAside = Optional.empty();

    Identities(Server server, JSch jsch, Secrets secrets, Deadline deadline, Agents agents) {
        this.server = server;
        this.jsch = jsch;
        this.secrets = secrets;
        this.deadline = deadline;
        this.agents = agents;
    }

    /// Lets JSch read what PuTTY locks: it knows Argon2 by another library only.
    static void prepare() {
        for (String type : Argon2.TYPES) {
            JSch.setConfig(type, Argon2.class.getName());
        }
    }

    /// Collects the keys of the server's way to sign in; none for a password.
    IdentityRepository collect() throws ProblemException {
        switch (server.signIn()) {
            case SignIn.KeyFiles(List<Path> paths) -> {
                ofAgents = agents.identities();
                for (Path path : paths.subList(0, Math.min(SignIn.MOST_KEYS, paths.size()))) {
                    load(path);
                }
            }
            case SignIn.Agent _ -> {
                offered.addAll(agents.identities());
                if (offered.isEmpty()) {
                    throw absent();
                }
            }
            case SignIn.Automatic _ -> {
                ofAgents = agents.identities();
                offered.addAll(ofAgents);
                loadUsual();
                if (offered.isEmpty()) {
                    setAside = setAside.or(() -> Optional.of(absent()));
                }
            }
            case SignIn.Password _ -> {}
        }
        while (offered.size() > SignIn.MOST_KEYS) {
            offered.removeLast().clear();
        }
        return new Chosen(offered);
    }

    private ProblemException absent() {
        return new ProblemException(Problem.of(ProblemCode.AGENT_ABSENT, agents.place()));
    }

    /// What kept a key from being offered, where others were offered instead or there was none.
    Optional<ProblemException> setAside() {
        return setAside;
    }

    @Override
    public void close() {
        offered.forEach(Identity::clear);
        offered.clear();
    }

    /// A locked key is worth a question only where there is no other, and none stops the sign-in.
    private void loadUsual() {
        for (Path path : Secrets.usualKeys()) {
            if (offered.size() < SignIn.MOST_KEYS && Files.isReadable(path)) {
                try {
                    load(path);
                } catch (ProblemException e) {
                    setAside = setAside.or(() -> Optional.of(e));
                }
            }
        }
    }

    private void load(Path path) throws ProblemException {
        try (KeyFile file = KeyFile.read(path)) {
            file.exposed().ifPresent(secrets::warn);
            byte[] publicHalf = file.publicHalf().orElse(null);
            KeyPair pair = pair(file, publicHalf);
            try {
                Optional<Identity> held = heldByAgent(pair);
                boolean others = server.signIn() instanceof SignIn.Automatic && !offered.isEmpty();
                if (pair.isEncrypted() && held.isPresent()) {
                    addNew(held.get()); // so that nobody need be asked for the passphrase
                } else if (!pair.isEncrypted() || !others) {
                    load(path, file, pair, publicHalf);
                }
            } finally {
                pair.dispose();
            }
        }
    }

    private void load(Path path, KeyFile file, KeyPair pair, byte @Nullable [] publicHalf)
            throws ProblemException {
        byte[] passphrase = pair.isEncrypted() ? passphrase(pair, path) : null;
        try {
            byte[] certificate = file.certificate().orElse(null);
            if (certificate != null) {
                add(path, file, certificate, passphrase);
            }
            add(path, file, publicHalf, passphrase);
        } finally {
            if (passphrase != null) {
                Arrays.fill(passphrase, (byte) 0);
            }
        }
    }

    private void add(Path path, KeyFile file, byte @Nullable [] half, byte @Nullable [] passphrase)
            throws ProblemException {
        JSch one = new JSch(); // which keeps what it makes to itself
        one.setInstanceLogger(jsch.getInstanceLogger());
        byte[] bytes = file.bytes().clone();
        try {
            one.addIdentity(path.toString(), bytes, half, passphrase);
            one.getIdentityRepository().getIdentities().forEach(this::addNew);
        } catch (JSchException | RuntimeException e) {
            throw file.damaged(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private void addNew(Identity identity) {
        byte[] blob = identity.getPublicKeyBlob();
        if (offered.stream().noneMatch(each -> Arrays.equals(each.getPublicKeyBlob(), blob))) {
            offered.add(identity);
        }
    }

    private Optional<Identity> heldByAgent(KeyPair pair) {
        byte[] blob = pair.getPublicKeyBlob();
        return ofAgents.stream()
                .filter(each -> blob != null && Arrays.equals(each.getPublicKeyBlob(), blob))
                .findFirst();
    }

    private KeyPair pair(KeyFile file, byte @Nullable [] publicHalf) throws ProblemException {
        byte[] bytes = file.bytes().clone();
        try {
            KeyPair pair = KeyPair.load(jsch, bytes, publicHalf);
            if (pair == null) {
                throw new JSchException("invalid privatekey");
            }
            return pair;
        } catch (JSchException | RuntimeException e) {
            throw file.damaged(e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] passphrase(KeyPair pair, Path path) throws ProblemException {
        AtomicBoolean given = new AtomicBoolean();
        deadline.pause();
        try {
            return secrets.passphrase(
                            server,
                            path,
                            words -> {
                                given.set(true);
                                return opens(pair, words);
                            })
                    .orElseThrow(() -> locked(path, given.get() ? "" : "missing"));
        } finally {
            deadline.goOn();
        }
    }

    private static ProblemException locked(Path path, String why) {
        return new ProblemException(
                Problem.of(
                        ProblemCode.PASSPHRASE_WRONG,
                        "",
                        "file",
                        path.toString(),
                        Problem.WHY,
                        why));
    }

    /// JSch believes what a wrong passphrase makes of PuTTY's keys, and stumbles over its lengths.
    private static boolean opens(KeyPair pair, byte[] passphrase) {
        try {
            return pair.decrypt(passphrase);
        } catch (RuntimeException _) {
            return false;
        }
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
