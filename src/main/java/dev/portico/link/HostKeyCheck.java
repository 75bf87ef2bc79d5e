package dev.portico.link;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;

import dev.portico.share.Asker;
import dev.portico.share.Server;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// Decides on the key that a server shows: known, changed, or new; a new one is asked about, and
/// written to Portico's own file. Fails closed.
final class HostKeyCheck implements HostKeyRepository {
    private final Server server;
    private final Asker asker;
    private final Deadline deadline;
    private final KnownHostsFile own;
    private final List<HostKeyRepository> known = new ArrayList<>();
    private final Runnable accepted;
    private volatile String fingerprint = "";

    /// @param own Portico's file, used when the server names no other; `~/.ssh/known_hosts` is read
    ///     beside it
    /// @param accepted told once the key is fine, before anything secret is sent
    HostKeyCheck(
            Server server, KnownHostsFile own, Asker asker, Deadline deadline, Runnable accepted)
            throws JSchException {
        this.server = server;
        this.asker = asker;
        this.deadline = deadline;
        this.accepted = accepted;
        this.own = server.hostKeys().file().map(KnownHostsFile::new).orElse(own);
        addIfThere(this.own.path());
        if (server.hostKeys().file().isEmpty()) {
            addIfThere(Path.of(System.getProperty("user.home", ""), ".ssh", "known_hosts"));
        }
    }

    /// Of the key that was shown last, as `SHA256:...`; empty before.
    String fingerprint() {
        return fingerprint;
    }

    Path file() {
        return own.path();
    }

    @Override
    public int check(String host, byte[] key) {
        fingerprint = KnownHostsFile.fingerprint(key);
        int answer = NOT_INCLUDED;
        for (HostKeyRepository repository : known) {
            int one = repository.check(host, key);
            answer = one == OK || answer == NOT_INCLUDED ? one : answer;
            if (answer == OK) {
                break;
            }
        }
        if (answer == NOT_INCLUDED && getHostKey(host, null).length > 0) {
            answer = CHANGED; // another type than the one that is trusted is another key
        } else if (answer == NOT_INCLUDED && isTrustedNow(host, key)) {
            answer = OK;
        }
        if (answer == OK && !isRevoked(host, key)) {
            accepted.run();
        }
        return answer;
    }

    private boolean isRevoked(String host, byte[] key) {
        String text = Base64.getEncoder().encodeToString(key);
        return Stream.of(getHostKey(host, null))
                .anyMatch(
                        entry ->
                                entry.getMarker().equals("@revoked")
                                        && entry.getKey().equals(text));
    }

    private boolean isTrustedNow(String host, byte[] key) {
        if (!server.hostKeys().acceptNew() && !asks(key)) {
            return false;
        }
        try {
            own.add(host, key);
            return true;
        } catch (IOException e) {
            System.getLogger(HostKeyCheck.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the host key could not be saved to " + own.path(),
                            e);
            return true; // the user trusts it now; the next connection asks again
        }
    }

    private boolean asks(byte[] key) {
        deadline.pause();
        try {
            return asker.trusts(
                    new Asker.HostKeyQuestion(server, KnownHostsFile.type(key), fingerprint));
        } finally {
            deadline.goOn();
        }
    }

    private void addIfThere(Path file) throws JSchException {
        if (Files.isReadable(file)) {
            JSch reader = new JSch();
            reader.setKnownHosts(file.toString());
            known.add(reader.getHostKeyRepository());
        }
    }

    @Override
    public HostKey[] getHostKey() {
        return known.stream()
                .flatMap(repository -> Stream.of(repository.getHostKey()))
                .toArray(HostKey[]::new);
    }

    @Override
    public HostKey[] getHostKey(String host, @Nullable String type) {
        return known.stream()
                .flatMap(repository -> Stream.ofNullable(repository.getHostKey(host, type)))
                .flatMap(Stream::of)
                .toArray(HostKey[]::new);
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
