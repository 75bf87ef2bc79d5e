package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// A saved profile of an SSH server; holds no secret.
///
/// @param bind who can open new shares by default: `localhost`, `*` or one address; empty when
///     never asked
/// @param publicAddress where visitors connect when that is not `host`
/// @param linkTemplate what a link looks like, with `{port}` in it, such as
///     `https://{port}.demo.example.com`
/// @param connectTimeout for the whole of connecting, from the name look-up to the sign-in
/// @param deadAfter how long a server that is gone may go unnoticed
/// @param legacy whether algorithms are offered that are no longer safe, for a server that has no
///     others
/// @param ports those that may be used there; empty for any
public record Server(
        String name,
        String host,
        int port,
        String user,
        SignIn signIn,
        HostKeys hostKeys,
        Optional<String> bind,
        Optional<String> publicAddress,
        Optional<String> linkTemplate,
        Duration connectTimeout,
        Duration deadAfter,
        Way way,
        boolean legacy,
        Optional<PortRange> ports) {

    public static final String PRACTICE = "practice";
    public static final int SSH = 22;
    public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);
    public static final Duration DEAD_AFTER = Duration.ofSeconds(6);
    public static final Duration SHORTEST_DEAD_AFTER = Duration.ofSeconds(2);

    @SuppressWarnings("NullAway") // a settings file may leave any of these out
    public Server(
            String name,
            String host,
            int port,
            String user,
            @Nullable SignIn signIn,
            @Nullable HostKeys hostKeys,
            Optional<String> bind,
            Optional<String> publicAddress,
            Optional<String> linkTemplate,
            @Nullable Duration connectTimeout,
            @Nullable Duration deadAfter,
            @Nullable Way way,
            boolean legacy,
            Optional<PortRange> ports) {
        if (name == null || name.isBlank()) {
            throw new BadInput("input.server.name");
        }
        if (host == null
                || Ports.split(host.indexOf(':') < 0 ? host : "[" + host + "]").host().isBlank()) {
            throw new BadInput("input.server.host");
        }
        this.name = name;
        this.host = host;
        this.port = Ports.check(port == 0 ? SSH : port);
        this.user = user == null || user.isBlank() ? System.getProperty("user.name", "") : user;
        this.signIn = signIn == null ? new SignIn.Automatic() : signIn;
        this.hostKeys = hostKeys == null ? HostKeys.USUAL : hostKeys;
        this.bind = bind;
        this.publicAddress = publicAddress;
        this.linkTemplate = linkTemplate;
        this.connectTimeout = connectTimeout == null ? CONNECT_TIMEOUT : connectTimeout;
        this.deadAfter = deadAfter == null ? DEAD_AFTER : deadAfter;
        this.way = way == null ? Way.DIRECT : way;
        this.legacy = legacy;
        this.ports = ports;
    }

    /// One that is reached straight away, with safe algorithms.
    public Server(
            String name,
            String host,
            int port,
            String user,
            @Nullable SignIn signIn,
            @Nullable HostKeys hostKeys,
            Optional<String> bind,
            Optional<String> publicAddress,
            Optional<String> linkTemplate,
            @Nullable Duration connectTimeout,
            @Nullable Duration deadAfter) {
        this(
                name,
                host,
                port,
                user,
                signIn,
                hostKeys,
                bind,
                publicAddress,
                linkTemplate,
                connectTimeout,
                deadAfter,
                null,
                false,
                Optional.empty());
    }

    public Server(String name, String host, int port, String user, SignIn signIn) {
        this(
                name,
                host,
                port,
                user,
                signIn,
                null,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                null,
                null);
    }

    /// Reads `[user@]host[:port]`; the text is the name too.
    public static Server parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        String place = trimmed.substring(at + 1);
        if (place.isEmpty() || place.lastIndexOf(':') == 0) {
            throw new BadInput("input.server.no-host", "text", trimmed);
        }
        Ports.HostAndPort parts = Ports.split(place);
        int port = parts.port().isEmpty() ? SSH : Ports.parse(parts.port());
        String user = at < 0 ? "" : trimmed.substring(0, at);
        if (at == 0 || isWrong(user)) {
            throw new BadInput("input.server.user", "text", trimmed);
        }
        return new Server(trimmed, parts.host(), port, user, new SignIn.Automatic());
    }

    /// A name must not be taken for an address, and must look like what it is.
    public static String checkedName(String name) {
        if (name.equals(PRACTICE)) {
            throw new BadInput("input.server.reserved", "name", name);
        }
        if (!Plain.isName(name) || name.chars().anyMatch(c -> "@:/".indexOf(c) >= 0)) {
            throw new BadInput("input.server.name-wrong", "name", name);
        }
        return name;
    }

    public static String checkedUser(String user) {
        if (isWrong(user)) {
            throw new BadInput("input.server.user", "text", user);
        }
        return user;
    }

    private static boolean isWrong(String user) {
        return user.startsWith("-") || user.chars().anyMatch(c -> c <= ' ');
    }

    public Server withName(String newName) {
        return with(newName, signIn, hostKeys, bind, connectTimeout, deadAfter, way, legacy);
    }

    public Server withSignIn(SignIn newSignIn) {
        return with(name, newSignIn, hostKeys, bind, connectTimeout, deadAfter, way, legacy);
    }

    public Server withHostKeys(HostKeys newHostKeys) {
        return with(name, signIn, newHostKeys, bind, connectTimeout, deadAfter, way, legacy);
    }

    public Server withBind(Optional<String> newBind) {
        return with(name, signIn, hostKeys, newBind, connectTimeout, deadAfter, way, legacy);
    }

    public Server withConnectTimeout(Duration newTimeout) {
        return with(name, signIn, hostKeys, bind, newTimeout, deadAfter, way, legacy);
    }

    public Server withDeadAfter(Duration newLimit) {
        return with(name, signIn, hostKeys, bind, connectTimeout, newLimit, way, legacy);
    }

    public Server withWay(Way newWay) {
        return with(name, signIn, hostKeys, bind, connectTimeout, deadAfter, newWay, legacy);
    }

    public Server withLegacy(boolean newLegacy) {
        return with(name, signIn, hostKeys, bind, connectTimeout, deadAfter, way, newLegacy);
    }

    public Server withPorts(Optional<PortRange> newPorts) {
        return new Server(
                name,
                host,
                port,
                user,
                signIn,
                hostKeys,
                bind,
                publicAddress,
                linkTemplate,
                connectTimeout,
                deadAfter,
                way,
                legacy,
                newPorts);
    }

    /// Refuses a port that may not be used there; 0 lets one be chosen that may.
    public int checkedPort(int wanted) {
        if (wanted != 0 && !allows(wanted)) {
            String range = ports.map(PortRange::text).orElse("");
            throw new BadInput("input.port.not-allowed", "server", name, "ports", range);
        }
        return wanted;
    }

    boolean allows(int wanted) {
        return ports.isEmpty() || ports.get().contains(wanted);
    }

    /// The same profile at another place.
    public Server at(String newHost, int newPort, String newUser) {
        return new Server(
                name,
                newHost,
                newPort,
                newUser,
                signIn,
                hostKeys,
                bind,
                publicAddress,
                linkTemplate,
                connectTimeout,
                deadAfter,
                way,
                legacy,
                ports);
    }

    public boolean isPractice() {
        return name.equals(PRACTICE);
    }

    /// Whether it can be reached without a network.
    public boolean isThisComputer() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    public String address() {
        return user + "@" + Ports.join(host, port);
    }

    private Server with(
            String newName,
            SignIn newSignIn,
            HostKeys newHostKeys,
            Optional<String> newBind,
            Duration newTimeout,
            Duration newLimit,
            Way newWay,
            boolean newLegacy) {
        return new Server(
                newName,
                host,
                port,
                user,
                newSignIn,
                newHostKeys,
                newBind,
                publicAddress,
                linkTemplate,
                newTimeout,
                newLimit,
                newWay,
                newLegacy,
                ports);
    }
}
