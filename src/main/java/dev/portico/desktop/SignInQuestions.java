package dev.portico.desktop;

import dev.portico.desktop.Questions.Asked;
import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Dialogs.Question;
import dev.portico.desktop.look.Texts;
import dev.portico.share.Asker;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// What a sign-in asks for: a secret, or whatever the server wants to know.
final class SignInQuestions {
    private SignInQuestions() {}

    static Asked<char[]> secret(Dialogs dialogs, Texts texts, Asker.SecretQuestion asked) {
        String which =
                switch (asked.what()) {
                    case PASSWORD -> "password";
                    case PASSPHRASE -> "passphrase";
                    case PROXY_PASSWORD -> "proxy-password";
                };
        PasswordField field = new PasswordField();
        Label label = Questions.caption(texts.of("dialog." + which + ".label"));
        label.setLabelFor(field);
        Label wrong = Questions.text(texts.of("ask." + which + ".again"));
        wrong.getStyleClass().add("bad");
        wrong.setVisible(asked.again());
        wrong.setManaged(asked.again());
        CheckBox keep = new CheckBox(texts.of("dialog.keep"));
        keep.setVisible(asked.keep().isPresent());
        keep.setManaged(asked.keep().isPresent());
        Question question =
                new Question(
                        texts.of("dialog." + which + ".title", "server", asked.server().name()),
                        Questions.text(
                                texts.of("dialog." + which + ".text", "subject", asked.subject())),
                        label,
                        field,
                        wrong,
                        keep);
        return ask(
                dialogs,
                texts,
                question,
                field,
                () -> {
                    if (keep.isSelected()) {
                        asked.keep().ifPresent(wish -> wish.accept(() -> true));
                    }
                    return taken(field);
                });
    }

    static Asked<List<char[]>> prompts(Dialogs dialogs, Texts texts, Asker.PromptsQuestion asked) {
        List<TextField> fields = new ArrayList<>();
        List<Node> body = new ArrayList<>();
        body.add(Questions.text(texts.of("dialog.prompts.text", "subject", asked.subject())));
        if (!asked.instruction().isEmpty()) {
            body.add(Questions.text(asked.instruction()));
        }
        for (Asker.Prompt prompt : asked.prompts()) {
            TextField field = prompt.echo() ? new TextField() : new PasswordField();
            Label label = Questions.caption(prompt.text());
            label.setLabelFor(field);
            fields.add(field);
            body.add(label);
            body.add(field);
        }
        Question question =
                new Question(
                        texts.of("dialog.prompts.title", "server", asked.server().name()),
                        body.toArray(Node[]::new));
        return ask(
                dialogs,
                texts,
                question,
                fields.getFirst(),
                () -> fields.stream().map(SignInQuestions::taken).toList());
    }

    private static <T> Asked<T> ask(
            Dialogs dialogs, Texts texts, Question question, TextField first, Supplier<T> taken) {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        dialogs.escape(
                question, texts.of("dialog.cancel"), () -> answer.complete(Optional.empty()));
        Button go =
                dialogs.answer(
                        question,
                        texts.of("dialog.sign-in"),
                        () -> answer.complete(Optional.of(taken.get())),
                        "accent");
        go.setDefaultButton(true);
        dialogs.ask(question.focus(first));
        return new Asked<>(answer, () -> dialogs.withdraw(question));
    }

    private static char[] taken(TextField field) {
        char[] secret = new char[field.getLength()];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = field.getCharacters().charAt(i);
        }
        field.clear();
        return secret;
    }
}
