package dev.portico.link;

import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;

import dev.portico.share.Asker;
import dev.portico.share.Plain;
import dev.portico.share.Server;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Lets JSch ask the user. A password that was refused is never tried a second time without the
/// user.
final class Interview implements UserInfo, UIKeyboardInteractive {
    private final Server server;
    private final Asker asker;
    private final Deadline deadline;
    private final StringBuilder messages = new StringBuilder();
    private boolean passwordTried;
    private volatile boolean passwordMissing;
    private boolean promptsTried;

    Interview(Server server, Asker asker, Deadline deadline) {
        this.server = server;
        this.asker = asker;
        this.deadline = deadline;
    }

    /// Asked as soon as the host key is trusted, and never sent to a server whose key is not.
    Optional<byte[]> password() {
        passwordTried = true;
        return ask(List.of()).map(Identities::wipedBytes);
    }

    /// Whether a password was wanted and none was given.
    boolean isPasswordMissing() {
        return passwordMissing;
    }

    /// What the server said before the sign-in.
    synchronized String messages() {
        return messages.toString();
    }

    private Optional<char[]> ask(List<String> prompts) {
        deadline.pause();
        try {
            Optional<char[]> secret =
                    asker.secret(
                            new Asker.SecretQuestion(
                                    server,
                                    Asker.Secret.PASSWORD,
                                    server.address(),
                                    prompts,
                                    false));
            passwordMissing = secret.isEmpty();
            return secret;
        } finally {
            deadline.goOn();
        }
    }

    @Override
    public boolean promptPassword(String message) {
        if (passwordTried) {
            return false; // it was set beforehand, and refused
        }
        passwordTried = true;
        return true;
    }

    @Override
    public @Nullable String getPassword() {
        return ask(List.of())
                .map(
                        secret -> {
                            String text = new String(secret); // JSch takes no other form here
                            Arrays.fill(secret, '\0');
                            return text;
                        })
                .orElse(null);
    }

    @Override
    public boolean promptPassphrase(String message) {
        return false;
    }

    @Override
    public @Nullable String getPassphrase() {
        return null;
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    @Override
    public synchronized void showMessage(String message) {
        messages.append(Plain.text(message)).append(' ');
    }

    @Override
    public String @Nullable [] promptKeyboardInteractive(
            String destination, String name, String instruction, String[] prompt, boolean[] echo) {
        if (prompt.length == 0) {
            return new String[0];
        }
        if (promptsTried || passwordTried) {
            return null;
        }
        promptsTried = true;
        List<String> prompts = Stream.of(prompt).map(Plain::text).toList();
        Optional<char[]> answer = ask(prompts);
        return answer.map(
                        secret -> {
                            String[] answers = new String[prompt.length];
                            Arrays.fill(answers, new String(secret));
                            Arrays.fill(secret, '\0');
                            return answers;
                        })
                .orElse(null);
    }
}
