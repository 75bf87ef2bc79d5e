package dev.portico.desktop;

import dev.portico.share.Asker;
import dev.portico.share.Server;

import java.util.List;
import java.util.Optional;

/// The questions that pictures of the dialogs show.
final class MockQuestions {
    private MockQuestions() {}

    static Asker.HostKeyQuestion hostKey(Server server) {
        return new Asker.HostKeyQuestion(
                server, "ssh-ed25519", "SHA256:TfQm3vVUNJcNcW9y1Cq3pLxYJm0qS4kq1ZbM0d9fQkA");
    }

    static Asker.SecretQuestion locked(Server server) {
        return new Asker.SecretQuestion(
                server,
                Asker.Secret.PASSPHRASE,
                "~/.ssh/id_ed25519_tunnel",
                true,
                Optional.of(_ -> {}));
    }

    static Asker.PromptsQuestion codes(Server server) {
        return new Asker.PromptsQuestion(
                server,
                server.address(),
                "Two-factor sign-in",
                List.of(
                        new Asker.Prompt("Password:", false),
                        new Asker.Prompt("Verification code:", true)));
    }
}
