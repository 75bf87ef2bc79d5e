package dev.portico.interop.export;

/// What nginx on the SSH server needs to answer for a share by https.
public final class NginxSite {
    private static final String PASSWORDS =
            """
                    auth_basic "Portico";
                    auth_basic_user_file /etc/nginx/portico.htpasswd;
            """;

    private NginxSite() {}

    /// Stands once before all sites: only a visit that asks for another protocol is upgraded.
    public static String start() {
        return """
        map $http_upgrade $portico_connection {
            default upgrade;
            '' '';
        }
        """;
    }

    public static String of(PublicPlace place, boolean basicAuth) {
        return """
        server {
        %s
        %s}
        """
                .formatted(https(place.name()), location(place.upstream(), basicAuth, ""));
    }

    static String https(String name) {
        return """
            listen 443 ssl;
            listen [::]:443 ssl;
            server_name %s;
            ssl_certificate /etc/letsencrypt/live/%s/fullchain.pem;
            ssl_certificate_key /etc/letsencrypt/live/%s/privkey.pem;
        """
                .formatted(name, name, name);
    }

    /// The address that the visitor claims for itself is not passed on.
    ///
    /// @param more lines of the same place
    static String location(String upstream, boolean basicAuth, String more) {
        return """
            location / {
        %s        proxy_pass %s;
                proxy_http_version 1.1;
                proxy_set_header Host $host;
                proxy_set_header X-Forwarded-For $remote_addr;
                proxy_set_header X-Forwarded-Host $host;
                proxy_set_header X-Forwarded-Proto $scheme;
                proxy_set_header Upgrade $http_upgrade;
                proxy_set_header Connection $portico_connection;
                proxy_read_timeout 1h;
        %s    }
        """
                .formatted(basicAuth ? PASSWORDS : "", upstream, more);
    }
}
