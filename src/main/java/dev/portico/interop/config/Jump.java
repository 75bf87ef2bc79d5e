package dev.portico.interop.config;

import dev.portico.share.Ports;
import dev.portico.share.Server;

/// One stop of `ProxyJump`.
///
/// @param user empty when the text names none
/// @param port 0 when the text names none
public record Jump(String user, String host, int port) {

    public String text() {
        String place =
                port == 0 && host.indexOf(':') < 0
                        ? host
                        : Ports.join(host, port == 0 ? Server.SSH : port);
        return user.isEmpty() ? place : user + "@" + place;
    }
}
