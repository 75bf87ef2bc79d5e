package dev.portico.interop;

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

    /// The address that the visitor claims for itself is not passed on.
    public static String of(PublicPlace place, boolean basicAuth) {
        return """
        server {
            listen 443 ssl;
            listen [::]:443 ssl;
            server_name %s;
            ssl_certificate /etc/letsencrypt/live/%s/fullchain.pem;
            ssl_certificate_key /etc/letsencrypt/live/%s/privkey.pem;

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
            }
        }
        """
                .formatted(
                        place.name(),
                        place.name(),
                        place.name(),
                        basicAuth ? PASSWORDS : "",
                        place.upstream());
    }
}
