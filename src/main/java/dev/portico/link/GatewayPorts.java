package dev.portico.link;

/// What a server makes of the address that a listener is asked for (sshd_config, `GatewayPorts`).
public enum GatewayPorts {
    /// All listen on loopback.
    NO,
    /// All listen on every address.
    YES,
    CLIENT_SPECIFIED,
    UNKNOWN
}
