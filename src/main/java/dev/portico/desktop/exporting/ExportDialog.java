package dev.portico.desktop.exporting;

import dev.portico.desktop.look.Choice;
import dev.portico.desktop.look.Dialogs;
import dev.portico.desktop.look.Dialogs.Question;
import dev.portico.desktop.look.Texts;
import dev.portico.interop.export.ExportForm;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.io.File;

/// Shows the text in the form of the user's choice.
public final class ExportDialog {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final int ROWS = 14;

    private final ExportModel model;
    private final Dialogs dialogs;
    private final Texts texts;

    public ExportDialog(ExportModel model, Dialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    public void share(String name) {
        model.openShare(name);
        show();
    }

    public void server(String name) {
        model.openServer(name);
        show();
    }

    private void show() {
        ComboBox<ExportForm> forms = forms();
        Label hint = new Label();
        hint.setId("export-hint");
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.getStyleClass().addAll("second", "muted");
        TextArea text = text();
        CheckBox passwords = new CheckBox(texts.of("export.passwords"));
        passwords.setId("export-passwords");
        passwords.setSelected(model.asksPasswords());
        HBox choice = new HBox(12, forms, passwords);
        choice.setAlignment(Pos.CENTER_LEFT);
        Question question =
                new Question(texts.of("export.title", "name", model.name()), choice, text, hint)
                        .wide();
        dialogs.escape(question, texts.of("export.close"), () -> {}).setId("export-close");
        Button save =
                dialogs.answer(
                        question,
                        texts.of("export.save"),
                        () -> save(dialogs.root().getScene().getWindow()));
        save.setId("export-save");
        Button copy = dialogs.answer(question, texts.of("export.copy"), model::copy, "accent");
        copy.setId("export-copy");
        Runnable write =
                () -> {
                    ExportModel.Written written = model.written();
                    text.setText(written.words());
                    text.setWrapText(!written.isText() || model.isOneLine());
                    text.pseudoClassStateChanged(REFUSED, !written.isText());
                    save.setDisable(!written.isText());
                    copy.setDisable(!written.isText());
                    hint.setText(texts.of("export.hint." + model.form().text()));
                    passwords.setVisible(model.form().isWeb());
                };
        forms.setOnAction(_ -> choose(forms.getValue(), passwords.isSelected(), write));
        passwords.setOnAction(_ -> choose(forms.getValue(), passwords.isSelected(), write));
        write.run();
        dialogs.ask(question.focus(forms));
    }

    private void choose(ExportForm form, boolean passwords, Runnable write) {
        model.choose(form, passwords);
        write.run();
    }

    private ComboBox<ExportForm> forms() {
        ComboBox<ExportForm> forms = new ComboBox<>();
        forms.setId("export-form");
        forms.setAccessibleText(texts.of("export.form"));
        forms.getItems().setAll(ExportForm.values());
        forms.setConverter(new Choice<>(form -> texts.of("export.form." + form.text())));
        forms.setVisibleRowCount(ExportForm.values().length);
        forms.setValue(model.form());
        forms.setPrefWidth(280);
        return forms;
    }

    private TextArea text() {
        TextArea text = new TextArea();
        text.setId("export-text");
        text.setAccessibleText(texts.of("export.text"));
        text.setEditable(false);
        text.setPrefRowCount(ROWS);
        text.getStyleClass().addAll("mono", "code");
        return text;
    }

    private void save(Window window) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.of("export.save"));
        chooser.setInitialFileName(model.fileName());
        File chosen = chooser.showSaveDialog(window);
        if (chosen != null) {
            model.save(chosen.toPath());
        }
    }
}
