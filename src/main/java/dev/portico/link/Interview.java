package dev.portico.link;

import com.jcraft.jsch.Answers;

import dev.portico.share.Asker;
import dev.portico.share.Plain;
import dev.portico.share.Secrets;
import dev.portico.share.Server;
import dev.portico.share.SignIn;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers what the server wants to know at the sign-in. What was refused ends it; where a key is
/// to sign in, nothing else is sent before the key was accepted.
final class Interview implements Answers, AutoCloseable {

    /// A prompt for the password of the account, and not for one that is used once.
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)(\\(.*\\)\\s*|.*'s\\s+)?password( for .*)?\\s*:?");

    /// More does not fit into one packet of JSch with what goes with it; servers take far less.
    private static final int LONGEST = 16 * 1024;

    private final Server server;
    private final Secrets secrets;
    private final Deadline deadline;
    private final StringBuilder messages = new StringBuilder();
    private final boolean keyFirst;
    private Secrets.@Nullable Trial trial;
    private boolean promptsAnswered;
    private boolean acceptedBefore;
    private boolean over;
    private volatile boolean answerMissing;
    private volatile boolean answered;
    private volatile boolean passwordLast;
    private volatile boolean answerTooLong;

    Interview(Server server, Secrets secrets, Deadline deadline) {
        this.server = server;
        this.secrets = secrets;
        this.deadline = deadline;
        this.keyFirst =
                switch (server.signIn()) {
                    case SignIn.KeyFiles _, SignIn.Agent _ -> true;
                    case SignIn.Automatic _, SignIn.Password _ -> false;
                };
    }

    /// Whether the server wanted to know something and nobody answered.
    boolean isAnswerMissing() {
        return answerMissing;
    }

    /// Whether the server wanted to know something and was told.
    boolean isAnswered() {
        return answered;
    }

    /// Whether the sign-in ended with a password that was not accepted.
    boolean isPasswordLast() {
        return passwordLast;
    }

    /// Whether an answer was too long to be sent.
    boolean isAnswerTooLong() {
        return answerTooLong;
    }

    /// What the server said before the sign-in.
    synchronized String messages() {
        return messages.toString();
    }

    @Override
    public boolean mayAnswer() {
        return !over && (acceptedBefore || !keyFirst);
    }

    @Override
    public byte @Nullable [] password() {
        Optional<Secrets.Trial> next = paused(() -> secrets.password(server));
        if (next.isEmpty()) {
            giveUp();
            return null;
        }
        answered = true;
        passwordLast = true;
        trial = next.get();
        byte[] bytes = trial.bytes();
        if (fit(bytes)) {
            return bytes;
        }
        trial.doubtful();
        return null;
    }

    /// What does not fit is wiped, and ends it.
    private boolean fit(byte[]... answers) {
        if (Stream.of(answers).mapToInt(bytes -> bytes.length).sum() <= LONGEST) {
            return true;
        }
        Stream.of(answers).forEach(bytes -> Arrays.fill(bytes, (byte) 0));
        answerTooLong = true;
        over = true;
        return false;
    }

    @Override
    public byte @Nullable [] @Nullable [] answers(
            String name, String instruction, String[] prompts, boolean[] echo) {
        if (prompts.length == 0) {
            return new byte[0][];
        }
        boolean password =
                prompts.length == 1
                        && !echo[0]
                        && trial == null
                        && PASSWORD.matcher(Plain.text(prompts[0])).matches();
        if (password) {
            byte[] secret = password();
            return secret == null ? null : new byte[][] {secret};
        }
        promptsAnswered = true;
        return ask(name, instruction, prompts, echo);
    }

    @Override
    public void accepted() {
        if (trial != null) {
            Secrets.Trial right = trial;
            deadline.pause();
            try {
                right.right();
            } finally {
                deadline.goOn();
            }
        }
        acceptedBefore = true;
        passwordLast = false;
        close();
    }

    @Override
    public void refused() {
        if (trial != null && promptsAnswered) {
            trial.doubtful();
        } else if (trial != null) {
            trial.wrong();
        }
        over = true;
        close();
    }

    @Override
    public void close() {
        if (trial != null) {
            trial.close();
        }
        trial = null;
        promptsAnswered = false;
    }

    @Override
    public synchronized void showMessage(String message) {
        messages.append(Plain.text(message)).append(' ');
    }

    @Override
    public @Nullable String getPassword() {
        return null; // Answers are bytes
    }

    @Override
    public @Nullable String getPassphrase() {
        return null;
    }

    @Override
    public boolean promptPassword(String message) {
        return false;
    }

    @Override
    public boolean promptPassphrase(String message) {
        return false;
    }

    @Override
    public boolean promptYesNo(String message) {
        return false;
    }

    private byte @Nullable [] @Nullable [] ask(
            String name, String instruction, String[] prompts, boolean[] echo) {
        List<Asker.Prompt> wanted = new ArrayList<>();
        for (int i = 0; i < prompts.length; i++) {
            wanted.add(new Asker.Prompt(Plain.text(prompts[i]), echo[i]));
        }
        String words = Plain.text((name + " " + instruction).strip());
        var question = new Asker.PromptsQuestion(server, server.address(), words, wanted);
        Optional<List<char[]>> answers = paused(() -> secrets.answers(question));
        if (answers.isEmpty() || answers.get().size() != prompts.length) {
            giveUp();
            return null;
        }
        answered = true;
        byte[][] all = answers.get().stream().map(Secrets::bytes).toArray(byte[][]::new);
        return fit(all) ? all : null;
    }

    private void giveUp() {
        answerMissing = true;
        over = true;
    }

    private <T> T paused(Supplier<T> question) {
        deadline.pause();
        try {
            return question.get();
        } finally {
            deadline.goOn();
        }
    }
}
