package dev.portico.interop.export;

import dev.portico.share.Server;
import dev.portico.share.Share;
import dev.portico.share.SignIn;
import dev.portico.share.Target;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Shares to export, and names that try to break out.
final class Exports {
    static final Server VPS =
            new Server("vps", "vps.example.com", 2222, "me", new SignIn.Automatic());

    static final List<String> HOSTILE =
            List.of(
                    "web site",
                    "100%h of $HOME ${USER}",
                    "a\"b'c\\",
                    "; rm -rf ~ #",
                    "中文 网站",
                    "</string><key>x</key>&amp;",
                    "--name",
                    "*?!");

    private Exports() {}

    static Share share(String name, String target, int port, String bind) {
        return new Share(name, Target.parse(target), "vps", port, bind);
    }

    static Server keyed(String path) {
        return VPS.withSignIn(new SignIn.KeyFiles(List.of(Path.of(path))));
    }

    static Optional<Server> none(String name) {
        return Optional.empty();
    }
}
