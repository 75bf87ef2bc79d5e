package dev.portico.desktop;

import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Dialogs.Question;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.shares.Caution;

import javafx.scene.control.Button;

/// The question before something sensitive is opened to everyone; Esc shares nothing.
final class SensitiveQuestion {
    private SensitiveQuestion() {}

    static void watch(Dialogs dialogs, Texts texts, Caution caution) {
        caution.questionProperty()
                .subscribe(asked -> asked.ifPresent(question -> ask(dialogs, texts, question)));
    }

    private static void ask(Dialogs dialogs, Texts texts, Caution.Question asked) {
        String key = asked.isDatabase() ? "sensitive.database" : "sensitive.other";
        Question question =
                new Question(
                        texts.of("sensitive.title", "name", asked.name()),
                        Questions.text(texts.of(key, "port", String.valueOf(asked.port()))));
        Button inside = dialogs.answer(question, texts.of("sensitive.inside"), asked.inside());
        inside.setId("sensitive-inside");
        dialogs.answer(question, texts.of("sensitive.open"), asked.open(), "danger")
                .setId("sensitive-open");
        dialogs.ask(question.focus(inside));
    }
}
