package dev.portico.interop.config.servers;

import dev.portico.interop.config.Finding;
import dev.portico.interop.config.Given;
import dev.portico.interop.config.Resolved;
import dev.portico.share.Server;
import dev.portico.share.Share;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An alias as a server.
///
/// @param server called like the alias
/// @param given the parts that the file speaks of
/// @param shares what its `RemoteForward` lines share
/// @param findings what was left out, and what cannot be kept
public record Imported(
        Resolved resolved,
        Server server,
        Set<Part> given,
        List<Share> shares,
        List<Finding> findings) {

    public Imported {
        given = Set.copyOf(given);
        shares = List.copyOf(shares);
        findings = List.copyOf(findings);
    }

    public String alias() {
        return resolved.alias();
    }

    /// The lines that gave a part.
    public List<Given> lines(Part part) {
        return part.keywords().stream().flatMap(it -> resolved.all(it).stream()).toList();
    }

    /// The saved server as the file wants it: what the file does not speak of stays, unless it
    /// spoke of it before.
    ///
    /// @param before the parts that the file gave when the server last followed it
    public Server on(Server saved, Set<Part> before) {
        Server changed = saved;
        for (Part part : Part.values()) {
            if (part == Part.ADDRESS || given.contains(part) || before.contains(part)) {
                changed = part.take(changed, server);
            }
        }
        return changed;
    }

    public State state(Optional<Server> saved) {
        if (saved.isEmpty()) {
            return new State.New();
        }
        Server now = on(saved.get(), Set.of());
        List<State.Change> changes =
                EnumSet.allOf(Part.class).stream()
                        .filter(part -> !part.isSame(saved.get(), now))
                        .map(it -> new State.Change(it, it.text(saved.get()), it.text(now)))
                        .toList();
        return changes.isEmpty() ? new State.Same() : new State.Changed(changes);
    }
}
