package dev.portico.link;

import dev.portico.share.Ports;
import dev.portico.share.Problem;
import dev.portico.share.ProblemCode;
import dev.portico.share.ProblemException;
import dev.portico.share.Progress.Fact;
import dev.portico.share.Proxy;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.share.ShareState.Step;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the TCP connection at the beginning of a way, straight or by a proxy.
final class FirstLine {
    private final Attempt attempt;
    private final Deadline deadline;

    FirstLine(Attempt attempt, Deadline deadline) {
        this.attempt = attempt;
        this.deadline = deadline;
    }

    ByteChannel to(Server server) throws ProblemException {
        try {
            return connected(server.host(), server.port());
        } catch (IOException e) {
            throw new ProblemException(WayProblems.ofDial(server, e), e);
        }
    }

    ByteChannel through(Proxy proxy, Server server, Secrets secrets) throws ProblemException {
        if (proxy.user().isEmpty()) {
            return through(proxy, server, new byte[0]);
        }
        try (Secrets.Trial password = password(proxy, server, secrets)) {
            byte[] bytes = password.bytes();
            try {
                ByteChannel line = through(proxy, server, bytes);
                right(password);
                return line;
            } catch (ProblemException e) {
                if (e.problem().code() == ProblemCode.PROXY_AUTH_REFUSED) {
                    password.wrong();
                }
                throw e;
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }

    private ByteChannel through(Proxy proxy, Server server, byte[] password)
            throws ProblemException {
        try {
            SocketChannel line = connected(proxy.host(), proxy.port());
            new ProxyTalk(line, proxy, password).ask(proxy.kind(), server.host(), server.port());
            return line;
        } catch (ProxyFailure e) {
            if (e.isSignIn()) {
                throw refusedSignIn(proxy, server, Diagnosis.words(e));
            }
            throw new ProblemException(
                    Problem.quoting(
                            ProblemCode.PROXY_FAILED,
                            Diagnosis.words(e),
                            WayProblems.facts(proxy, server)),
                    e);
        } catch (IOException e) {
            String words = deadline.hasPassed() ? "no answer in time" : Diagnosis.words(e);
            throw new ProblemException(
                    Problem.of(ProblemCode.PROXY_FAILED, words, WayProblems.facts(proxy, server)),
                    e);
        }
    }

    private void right(Secrets.Trial password) {
        deadline.pause();
        try {
            password.right();
        } finally {
            deadline.goOn();
        }
    }

    private Secrets.Trial password(Proxy proxy, Server server, Secrets secrets)
            throws ProblemException {
        deadline.pause();
        try {
            return secrets.proxyPassword(server, proxy)
                    .orElseThrow(() -> refusedSignIn(proxy, server, ""));
        } finally {
            deadline.goOn();
        }
    }

    private static ProblemException refusedSignIn(Proxy proxy, Server server, String words) {
        return new ProblemException(
                Problem.quoting(
                        ProblemCode.PROXY_AUTH_REFUSED,
                        words,
                        "address",
                        proxy.address(),
                        "user",
                        proxy.user().orElse(""),
                        "server",
                        server.name(),
                        Problem.WHY,
                        proxy.user().isEmpty() ? "no-user" : ""));
    }

    private SocketChannel connected(String host, int port) throws IOException {
        attempt.reached(Step.NAME);
        InetAddress[] addresses = lookedUp(host);
        attempt.found(Fact.ADDRESSES, words(addresses));
        attempt.reached(Step.TCP);
        SocketChannel line = Dial.connect(addresses, port, attempt);
        attempt.found(Fact.PLACE, Ports.join(host, port));
        attempt.closing(
                () -> {
                    try {
                        line.close();
                    } catch (IOException e) {
                        System.getLogger(FirstLine.class.getName())
                                .log(System.Logger.Level.DEBUG, "closing", e);
                    }
                });
        return line;
    }

    private static String words(InetAddress[] addresses) {
        return Stream.of(addresses)
                .map(InetAddress::getHostAddress)
                .collect(Collectors.joining(", "));
    }

    /// A look-up cannot be ended, so it is left behind when the attempt is given up.
    private InetAddress[] lookedUp(String host) throws IOException {
        CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
        attempt.closing(
                () -> found.completeExceptionally(new SocketTimeoutException("no answer in time")));
        Thread.ofPlatform()
                .daemon()
                .name("look-up-" + host)
                .start(
                        () -> {
                            try {
                                found.complete(InetAddress.getAllByName(host));
                            } catch (UnknownHostException | RuntimeException e) {
                                found.completeExceptionally(e);
                            }
                        });
        try {
            return found.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException known ? known : new IOException(e.getCause());
        }
    }
}
