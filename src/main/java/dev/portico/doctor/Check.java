package dev.portico.doctor;

import java.util.Locale;

/// What is looked at, in the order of the chain.
public enum Check {
    NAME,
    TCP,
    SSH_VERSION,
    HOST_KEY,
    SIGN_IN,
    FORWARDING,
    AUTOMATIC_PORT,
    PORT_RANGE,
    PRIVILEGED_PORTS,
    GATEWAY_PORTS,
    PROVEN_INSIDE,
    REACHABLE,
    LOCAL_SERVICE,
    HOST_HEADER;

    /// A contract with scripts.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
