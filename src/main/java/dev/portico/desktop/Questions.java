package dev.portico.desktop;

import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Dialogs.Question;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Asker;
import dev.portico.share.Ports;
import dev.portico.share.Problem;
import dev.portico.share.Server;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The question of a host key, and the one before quitting.
final class Questions {

    /// @param withdraw takes the question back; to be run on the screen's thread
    record Asked<T>(CompletableFuture<Optional<T>> answer, Runnable withdraw) {}

    private Questions() {}

    static Asked<Boolean> hostKey(Dialogs dialogs, Texts texts, Asker.HostKeyQuestion asked) {
        CompletableFuture<Optional<Boolean>> answer = new CompletableFuture<>();
        TextField fingerprint = code(asked.fingerprint());
        Question question =
                new Question(
                        texts.of("dialog.host-key.title", "server", asked.server().name()),
                        text(texts.of("dialog.host-key.text", "host", place(asked.server()))),
                        caption(texts.of("dialog.host-key.print", "type", asked.keyType())),
                        fingerprint,
                        caption(texts.of("dialog.host-key.compare")),
                        code(asked.compare()));
        Button no =
                dialogs.escape(
                        question,
                        texts.of("dialog.host-key.no"),
                        () -> answer.complete(Optional.of(false)));
        dialogs.answer(
                question,
                texts.of("dialog.host-key.yes"),
                () -> answer.complete(Optional.of(true)),
                "accent");
        dialogs.ask(question.focus(no));
        return new Asked<>(answer, () -> dialogs.withdraw(question));
    }

    /// Portico forgets a key of its own file only; what the user's file says, the user changes.
    static void changedKey(Dialogs dialogs, Texts texts, Problem problem, Runnable forget) {
        String command = problem.facts().getOrDefault("forget", "");
        boolean own = !command.startsWith("ssh-keygen");
        CheckBox compared = new CheckBox(texts.of("dialog.changed-key.compared"));
        compared.setWrapText(true);
        Question question =
                new Question(
                        texts.of("dialog.changed-key.title", problem.facts()),
                        text(texts.of("dialog.changed-key.text")),
                        caption(texts.of("dialog.changed-key.old", problem.facts())),
                        code(problem.facts().getOrDefault("old", "")),
                        caption(texts.of("dialog.changed-key.new")),
                        code(problem.facts().getOrDefault("fingerprint", "")),
                        own
                                ? compared
                                : text(texts.of("dialog.changed-key.users", problem.facts())),
                        own ? new Region() : code(command));
        Button keep = dialogs.escape(question, texts.of("dialog.changed-key.keep"), () -> {});
        if (own) {
            dialogs.answer(question, texts.of("dialog.changed-key.forget"), forget, "danger")
                    .disableProperty()
                    .bind(compared.selectedProperty().not());
        }
        dialogs.ask(question.focus(keep));
    }

    private static String place(Server server) {
        return server.port() == Server.SSH
                ? server.host()
                : Ports.join(server.host(), server.port());
    }

    static void quit(Dialogs dialogs, Texts texts, int open, Runnable quit) {
        Question question =
                new Question(
                        texts.of("dialog.quit.title"),
                        text(
                                open == 0
                                        ? texts.of("dialog.quit.text.none")
                                        : texts.count("dialog.quit.text", open)));
        Button keep = dialogs.escape(question, texts.of("dialog.quit.keep"), () -> {});
        dialogs.answer(question, texts.of("dialog.quit.stop"), quit, "danger").setId("quit-stop");
        dialogs.askFirst(question.focus(keep));
    }

    static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    static Label caption(String words) {
        Label label = text(words);
        label.getStyleClass().add("caption");
        return label;
    }

    private static TextField code(String words) {
        TextField field = new TextField(words);
        field.setEditable(false);
        field.getStyleClass().addAll("mono", "code");
        return field;
    }
}
