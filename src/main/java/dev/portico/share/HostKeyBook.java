package dev.portico.share;

/// The host keys that Portico trusts, for who takes that back on purpose.
@FunctionalInterface
public interface HostKeyBook {

    /// Takes back the keys that Portico, or the server's own file of them, knows the server by.
    /// What stands in `~/.ssh/known_hosts` stays.
    ///
    /// @return how many there were
    int forget(Server server) throws ProblemException;
}
