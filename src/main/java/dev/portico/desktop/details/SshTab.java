package dev.portico.desktop.details;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/// The command line of `ssh` that shares the same.
final class SshTab {
    private final TextArea line = new TextArea();
    private final Button copy;
    private final VBox root;

    /// @param export shows the share of that name in other forms
    SshTab(DetailsModel model, Texts texts, Consumer<String> export) {
        Label says = new Label(texts.of("ssh.says"));
        says.getStyleClass().add("muted");
        copy = new Button(texts.of("ssh.copy"), Icons.of("fth-copy", 14));
        copy.setId("ssh-copy");
        copy.getStyleClass().addAll("flat", "small");
        copy.setOnAction(_ -> model.copySsh());
        Button other = new Button(texts.of("export.open"));
        other.setId("ssh-export");
        other.getStyleClass().addAll("flat", "small");
        other.setOnAction(_ -> export.accept(model.selected()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, says, space, other, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        line.setId("ssh-line");
        line.setAccessibleText(texts.of("ssh.says"));
        line.setEditable(false);
        line.setWrapText(true);
        line.getStyleClass().addAll("mono", "code");
        line.setPrefRowCount(2);
        root = new VBox(6, head, line);
        root.getStyleClass().add("ssh-tab");
    }

    Region root() {
        return root;
    }

    void show(String words) {
        if (!words.equals(line.getText())) {
            line.setText(words);
        }
        copy.setDisable(words.isEmpty());
    }
}
