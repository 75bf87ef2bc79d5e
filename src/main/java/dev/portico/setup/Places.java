package dev.portico.setup;

/// Where things are on the server.
///
/// @param config of sshd
/// @param state folder for what is needed on the way back, one folder in it for each account
/// @param reload command by which sshd reads its configuration again; empty for the usual ones
public record Places(String config, String state, String reload) {
    public static final Places USUAL = new Places("/etc/ssh/sshd_config", "/var/lib/portico", "");

    String state(String user) {
        return state + "/" + user;
    }
}
