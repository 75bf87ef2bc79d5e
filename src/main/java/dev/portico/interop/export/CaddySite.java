package dev.portico.interop.export;

/// What Caddy on the SSH server needs to answer for a share by https. It gets the certificate, and
/// passes on websockets and the visitor's address, by itself.
public final class CaddySite {
    private static final String PASSWORDS =
            "\tbasic_auth {\n\t\timport /etc/caddy/portico.users\n\t}\n";

    private CaddySite() {}

    public static String of(PublicPlace place, boolean basicAuth) {
        return "https://%s {\n%s\treverse_proxy %s\n}\n"
                .formatted(place.name(), basicAuth ? PASSWORDS : "", place.upstream());
    }
}
