package dev.portico.link;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.UserInfo;

import dev.portico.share.Asker;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Server;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Decides on the key that a server shows: known, changed, revoked, or new; a new one is asked
/// about, and written to Portico's own file. Fails closed.
///
/// Certificates are judged by JSch, by the authorities that it finds here.
final class HostKeyCheck implements HostKeyRepository {
    private final Server server;
    private final Asker asker;
    private final Deadline deadline;
    private final KnownHostsFile own;
    private final KnownHosts known;
    private final BiConsumer<String, String> accepted;
    private String fingerprint = "";
    private @Nullable Problem refusal;

    /// @param files those that count for this server; new keys are written to the first
    /// @param accepted told type and fingerprint of a fine key, before anything secret is sent
    HostKeyCheck(
            Server server,
            List<KnownHostsFile> files,
            Asker asker,
            Deadline deadline,
            BiConsumer<String, String> accepted)
            throws ProblemException {
        this.server = server;
        this.asker = asker;
        this.deadline = deadline;
        this.accepted = accepted;
        this.own = files.getFirst();
        this.known = KnownHosts.of(server, files);
    }

    /// The key types to ask the server for, best first.
    String types() {
        return known.types();
    }

    /// Why the server was not trusted, if that is what ended the connection.
    Optional<Problem> refusal(Exception e) {
        if (refusal == null && e instanceof JSchRevokedHostKeyException) {
            refuse(ProblemCode.HOST_KEY_REVOKED, Diagnosis.words(e));
        } else if (refusal == null && isAboutCertificate(e)) {
            refuse(ProblemCode.HOST_KEY_UNCERTIFIED, Diagnosis.words(e));
        }
        return Optional.ofNullable(refusal);
    }

    private static boolean isAboutCertificate(Exception e) {
        return e instanceof JSchHostKeyException
                || String.valueOf(e.getMessage()).startsWith("rejected HostKey");
    }

    @Override
    public int check(String host, byte[] key) {
        fingerprint = KnownHostsFile.fingerprint(key);
        if (known.isRevoked(key)) {
            refuse(ProblemCode.HOST_KEY_REVOKED, "");
        } else if (known.isTrusted(key)) {
            accepted.accept(KnownHostsFile.type(key), fingerprint);
            return OK;
        } else if (!known.trusted().isEmpty()) {
            refuseChanged(known.trusted());
        } else if (known.hasAuthority()) {
            refuse(ProblemCode.HOST_KEY_UNCERTIFIED, "it shows a key without a certificate");
        } else if (isTrustedNow(key)) {
            accepted.accept(KnownHostsFile.type(key), fingerprint);
            return OK;
        } else {
            refuse(ProblemCode.HOST_KEY_UNKNOWN, "", "compare", question(key).compare());
        }
        return CHANGED;
    }

    private boolean isTrustedNow(byte[] key) {
        if (!server.hostKeys().acceptNew() && !asks(key)) {
            return false;
        }
        try {
            own.add(known.name(), key);
        } catch (IOException e) {
            System.getLogger(HostKeyCheck.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the host key could not be saved to " + own.path(),
                            e);
            asker.warn(notSaved(e));
        }
        return true; // the user trusts it now; where it could not be saved he is asked again
    }

    private Problem notSaved(IOException e) {
        return Problem.of(
                ProblemCode.HOST_KEY_NOT_SAVED,
                DiskWords.of(e),
                "server",
                server.name(),
                "file",
                own.path().toString());
    }

    private boolean asks(byte[] key) {
        deadline.pause();
        try {
            return asker.trusts(question(key));
        } finally {
            deadline.goOn();
        }
    }

    private void refuseChanged(List<KnownHosts.Said> trusted) {
        KnownHosts.Said first = trusted.getFirst();
        List<String> old =
                trusted.stream()
                        .map(said -> KnownHostsFile.fingerprint(said.line().key()))
                        .distinct()
                        .toList();
        refuse(
                ProblemCode.HOST_KEY_CHANGED,
                "",
                "old",
                String.join(", ", old),
                "since",
                first.line().firstSeen().orElse("–"),
                "file",
                first.file().path().toString(),
                Problem.WHY,
                first.held() ? "held" : "",
                "forget",
                forget(first.file()));
    }

    /// Portico changes its own file, and those that it was given; the user's only the user does.
    private String forget(KnownHostsFile file) {
        if (!file.equals(own)) {
            return "ssh-keygen -R '" + known.name() + "'";
        }
        String where =
                server.hostKeys().file().map(path -> " --known-hosts '" + path + "'").orElse("");
        return "portico servers forget-key '" + server.name() + "'" + where;
    }

    private Asker.HostKeyQuestion question(byte[] key) {
        return new Asker.HostKeyQuestion(server, KnownHostsFile.type(key), fingerprint);
    }

    private void refuse(ProblemCode code, String raw, String... more) {
        String[] facts = new String[more.length + 4];
        System.arraycopy(more, 0, facts, 4, more.length);
        facts[0] = "server";
        facts[1] = server.name();
        facts[2] = "fingerprint";
        facts[3] = fingerprint;
        refusal = Problem.of(code, raw, facts);
    }

    /// What JSch needs to judge a certificate, in words that it understands: it knows no hashes and
    /// no negation.
    @Override
    public HostKey[] getHostKey() {
        return known.all().stream()
                .filter(said -> !said.line().marker().equals(KnownHost.PLAIN))
                .map(said -> forJsch(said.line()))
                .toArray(HostKey[]::new);
    }

    private HostKey forJsch(KnownHost line) {
        try {
            return new HostKey(line.marker(), known.name(), 0, line.key(), line.comment());
        } catch (JSchException e) {
            throw new IllegalArgumentException("no key in " + own.path(), e);
        }
    }

    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        return getHostKey();
    }

    @Override
    public void add(HostKey key, @Nullable UserInfo userinfo) {
        throw new UnsupportedOperationException("JSch adds no host key here");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("JSch removes no host key here");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("JSch removes no host key here");
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return own.path().toString();
    }
}
