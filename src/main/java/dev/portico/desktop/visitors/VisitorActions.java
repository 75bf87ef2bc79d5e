package dev.portico.desktop.visitors;

import dev.portico.desktop.look.Texts;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/// What can be done with somebody who is here.
final class VisitorActions extends TableCell<VisitorRow, VisitorRow> {
    private final Button disconnect;
    private final Button block;
    private final HBox both;

    VisitorActions(VisitorsModel model, Texts texts) {
        disconnect = button(texts.of("visits.disconnect"), model::disconnect);
        block = button(texts.of("visits.block"), model::block);
        block.getStyleClass().add("danger");
        both = new HBox(4, disconnect, block);
        both.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("last");
    }

    @Override
    protected void updateItem(@Nullable VisitorRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || !(row instanceof VisitorRow.Here here)) {
            setGraphic(null);
            return;
        }
        for (Button button : List.of(disconnect, block)) {
            button.setAccessibleText(button.getText() + " " + here.address());
        }
        setGraphic(both);
    }

    private Button button(String words, Consumer<VisitorRow.Here> action) {
        Button button = new Button(words);
        button.getStyleClass().addAll("flat", "small");
        button.setOnAction(
                _ -> {
                    if (getItem() instanceof VisitorRow.Here here) {
                        action.accept(here);
                    }
                });
        return button;
    }
}
