package dev.portico.desktop;

import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Mark;
import dev.portico.desktop.look.Notices;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Asker;
import dev.portico.share.Problem;

import javafx.application.Platform;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/// Asks in the window. Stands before the window does: who asks too early waits for it.
///
/// The asking thread blocks until the user has answered; an interrupt takes the question back.
public final class DialogAsker implements Asker {
    private record Place(Dialogs dialogs, Texts texts, Notices notices) {}

    private final CompletableFuture<Place> place = new CompletableFuture<>();

    /// Called once, when the window stands.
    void stands(Dialogs dialogs, Texts texts, Notices notices) {
        place.complete(new Place(dialogs, texts, notices));
    }

    @Override
    public boolean trusts(HostKeyQuestion question) {
        return ask(there -> Questions.hostKey(there.dialogs(), there.texts(), question))
                .orElse(false);
    }

    @Override
    public Optional<char[]> secret(SecretQuestion question) {
        return ask(there -> SignInQuestions.secret(there.dialogs(), there.texts(), question));
    }

    @Override
    public Optional<List<char[]>> answers(PromptsQuestion question) {
        return ask(there -> SignInQuestions.prompts(there.dialogs(), there.texts(), question));
    }

    @Override
    public void warn(Problem problem) {
        place.thenAccept(
                there ->
                        Platform.runLater(
                                () ->
                                        there.notices()
                                                .say(
                                                        Mark.CHECK,
                                                        problem.title(there.texts().locale()),
                                                        problem.remedy(there.texts().locale()))));
    }

    private <T> Optional<T> ask(Function<Place, Questions.Asked<T>> question) {
        if (Platform.isFxApplicationThread()) {
            throw new IllegalStateException("the screen's thread cannot wait for an answer");
        }
        CompletableFuture<Questions.Asked<T>> asked = new CompletableFuture<>();
        try {
            Place there = place.get();
            Platform.runLater(() -> asked.complete(question.apply(there)));
            return asked.get().answer().get();
        } catch (InterruptedException _) {
            asked.thenAccept(open -> Platform.runLater(open.withdraw()));
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
