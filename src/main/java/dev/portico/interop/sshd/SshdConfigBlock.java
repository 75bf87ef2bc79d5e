package dev.portico.interop.sshd;

import java.util.List;
import java.util.stream.Collectors;

/// The block of sshd_config(5) that holds an account to its ports, whatever key it signs in with.
public final class SshdConfigBlock {
    private SshdConfigBlock() {}

    /// @return with the end of the last line
    public static String of(TunnelAccount account) {
        return lines(account).stream()
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining("", "Match User " + account.user() + "\n", ""));
    }

    private static List<String> lines(TunnelAccount account) {
        return List.of(
                "AuthenticationMethods publickey",
                "AllowTcpForwarding yes",
                "PermitListen " + each(account, account.everyone() ? "" : "localhost:"),
                "PermitOpen " + each(account, "127.0.0.1:"),
                "GatewayPorts " + (account.everyone() ? "clientspecified" : "no"),
                "AllowStreamLocalForwarding no",
                "AllowAgentForwarding no",
                "X11Forwarding no",
                "PermitTunnel no",
                "PermitTTY no",
                "PermitUserRC no",
                "ForceCommand /bin/false",
                "ClientAliveInterval 15",
                "ClientAliveCountMax 3");
    }

    private static String each(TunnelAccount account, String host) {
        return account.ports().stream().map(port -> host + port).collect(Collectors.joining(" "));
    }
}
