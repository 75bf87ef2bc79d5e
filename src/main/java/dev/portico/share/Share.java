package dev.portico.share;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The user's wish: this target, through these servers in this order, on this port of the server.
///
/// @param servers names of servers, tried in this order
/// @param port port on the server; 0 lets the server choose
/// @param bind `*` or empty for everyone, `localhost` for only on the server, or one address of the
///     server
/// @param allowWider whether the share stays open when the server opens it to more people than
///     asked
/// @param proxyHeader how the target is told who the visitor is
/// @param on whether the user wants it open
/// @param lastPorts the port that each server last gave it, by the server's name
/// @param blocked addresses of visitors who are turned away
/// @param group those of one group start and stop together; empty for none
public record Share(
        String name,
        Target target,
        List<String> servers,
        int port,
        String bind,
        boolean allowWider,
        ProxyHeader proxyHeader,
        boolean on,
        Map<String, Integer> lastPorts,
        List<String> blocked,
        String group) {

    @SuppressWarnings("NullAway") // a settings file may leave some of these out
    public Share(
            String name,
            Target target,
            @Nullable List<String> servers,
            int port,
            @Nullable String bind,
            boolean allowWider,
            @Nullable ProxyHeader proxyHeader,
            boolean on,
            @Nullable Map<String, Integer> lastPorts,
            @Nullable List<String> blocked,
            @Nullable String group) {
        if (name == null || name.isBlank()) {
            throw new BadInput("input.share.name");
        }
        if (target == null) {
            throw new BadInput("input.target.empty");
        }
        this.name = name;
        this.target = target;
        this.servers = servers == null ? List.of() : List.copyOf(servers);
        this.port = port == 0 ? 0 : Ports.check(port);
        this.bind = bind == null ? "localhost" : bind;
        this.allowWider = allowWider;
        this.proxyHeader = proxyHeader == null ? ProxyHeader.NONE : proxyHeader;
        this.on = on;
        this.lastPorts = lastPorts == null ? Map.of() : Map.copyOf(lastPorts);
        this.blocked = blocked == null ? List.of() : List.copyOf(blocked);
        this.group = group == null ? "" : group;
    }

    public Share(
            String name,
            Target target,
            List<String> servers,
            int port,
            String bind,
            boolean allowWider,
            boolean on) {
        this(
                name,
                target,
                servers,
                port,
                bind,
                allowWider,
                ProxyHeader.NONE,
                on,
                Map.of(),
                List.of(),
                "");
    }

    public Share(String name, Target target, String server, int port, String bind) {
        this(name, target, List.of(server), port, bind, false, true);
    }

    public Audience audience() {
        return Audience.of(bind);
    }

    public String server() {
        return servers.isEmpty() ? "" : servers.getFirst();
    }

    public Share withName(String newName) {
        return with(newName, servers, port, proxyHeader, on, lastPorts, blocked);
    }

    public Share withServers(List<String> newServers) {
        return with(name, newServers, port, proxyHeader, on, lastPorts, blocked);
    }

    /// Follows a server to its new name, with the port that it last gave.
    public Share withServerCalled(String before, String now) {
        Map<String, Integer> ports = new HashMap<>(lastPorts);
        Integer port = ports.remove(before);
        if (port != null) {
            ports.put(now, port);
        }
        return withServers(servers.stream().map(name -> name.equals(before) ? now : name).toList())
                .withLastPorts(ports);
    }

    public Share withGroup(String newGroup) {
        return new Share(
                name,
                target,
                servers,
                port,
                bind,
                allowWider,
                proxyHeader,
                on,
                lastPorts,
                blocked,
                newGroup);
    }

    public Share withPort(int newPort) {
        return with(name, servers, newPort, proxyHeader, on, lastPorts, blocked);
    }

    public Share withOn(boolean nowOn) {
        return with(name, servers, port, proxyHeader, nowOn, lastPorts, blocked);
    }

    public Share withProxyHeader(ProxyHeader newHeader) {
        return with(name, servers, port, newHeader, on, lastPorts, blocked);
    }

    public Share withLastPorts(Map<String, Integer> newPorts) {
        return with(name, servers, port, proxyHeader, on, newPorts, blocked);
    }

    public Share withBlocked(List<String> newBlocked) {
        return with(name, servers, port, proxyHeader, on, lastPorts, newBlocked);
    }

    private Share with(
            String newName,
            List<String> newServers,
            int newPort,
            ProxyHeader newHeader,
            boolean nowOn,
            Map<String, Integer> newPorts,
            List<String> newBlocked) {
        return new Share(
                newName,
                target,
                newServers,
                newPort,
                bind,
                allowWider,
                newHeader,
                nowOn,
                newPorts,
                newBlocked,
                group);
    }
}
