package dev.portico.desktop;

import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Asker;

import javafx.application.Platform;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/// Asks in the window. Stands before the window does: who asks too early waits for it.
///
/// The asking thread blocks until the user has answered; an interrupt takes the question back.
public final class DialogAsker implements Asker {
    private record Place(Dialogs dialogs, Texts texts) {}

    private final CompletableFuture<Place> place = new CompletableFuture<>();

    /// Called once, when the window stands.
    void stands(Dialogs dialogs, Texts texts) {
        place.complete(new Place(dialogs, texts));
    }

    @Override
    public boolean trusts(HostKeyQuestion question) {
        return ask(there -> Questions.hostKey(there.dialogs(), there.texts(), question))
                .orElse(false);
    }

    @Override
    public Optional<char[]> secret(SecretQuestion question) {
        return ask(there -> Questions.secret(there.dialogs(), there.texts(), question));
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
