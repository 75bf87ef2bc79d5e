package dev.portico.link;

import com.jcraft.jsch.AgentConnector;
import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Buffer;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.PageantFFMConnector;
import com.jcraft.jsch.SSHAgentConnector;
import com.jcraft.jsch.WindowsSSHAgentConnector;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The programs that hold keys for their user. Those of Windows have not been run yet.
final class Agents {
    private static final System.Logger LOG = System.getLogger(Agents.class.getName());

    interface Source {
        AgentConnector connect() throws AgentProxyException;
    }

    private final List<Source> sources;
    private final String place;

    /// @param place where they were looked for, in words
    Agents(List<Source> sources, String place) {
        this.sources = sources;
        this.place = place;
    }

    static Agents ofThisSystem(String osName, Map<String, String> env) {
        if (osName.startsWith("Windows")) {
            return new Agents(
                    List.of(WindowsSSHAgentConnector::new, PageantFFMConnector::new),
                    "OpenSSH, Pageant");
        }
        String socket = env.getOrDefault("SSH_AUTH_SOCK", "");
        return new Agents(
                socket.isEmpty()
                        ? List.of()
                        : List.of(() -> new SSHAgentConnector(Path.of(socket))),
                socket);
    }

    String place() {
        return place;
    }

    /// Of all agents that answer in time, in their order.
    List<Identity> identities() {
        List<Identity> all = new ArrayList<>();
        for (Source source : sources) {
            try {
                AgentConnector agent = new Bounded(source.connect());
                all.addAll(new AgentIdentityRepository(agent).getIdentities());
            } catch (AgentProxyException | RuntimeException e) {
                LOG.log(System.Logger.Level.DEBUG, "an agent does not answer", e);
            }
        }
        return all;
    }

    /// An agent that may ask its user, but not for ever.
    private record Bounded(AgentConnector agent) implements AgentConnector {
        private static final Duration LIMIT = Duration.ofSeconds(30);

        @Override
        public String getName() {
            return agent.getName();
        }

        @Override
        public boolean isAvailable() {
            return agent.isAvailable();
        }

        @Override
        public void query(Buffer buffer) throws AgentProxyException {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            Thread asking = Thread.ofVirtual().name("agent").start(() -> query(buffer, done));
            try {
                done.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new AgentProxyException(String.valueOf(e.getCause()), e.getCause());
            } catch (TimeoutException e) {
                throw new AgentProxyException("no answer within " + LIMIT.toSeconds() + " s", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AgentProxyException("interrupted", e);
            } finally {
                asking.interrupt();
            }
        }

        private void query(Buffer buffer, CompletableFuture<Boolean> done) {
            try {
                agent.query(buffer);
                done.complete(true);
            } catch (AgentProxyException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        }
    }
}
