package dev.portico.desktop.shares;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

import java.util.LinkedHashMap;
import java.util.Map;

/// The line below the composer's fields: what is wrong with a field begins where the field begins
/// and may go on below its neighbours, so that nothing has to make room.
final class Sentences extends Pane {
    private static final double HEIGHT = 16;
    private static final double GAP = 16;

    private final Map<Node, Label> sentences = new LinkedHashMap<>();

    Sentences() {
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getStyleClass().add("sentences");
    }

    /// @param field the part of the composer that the sentence is about, in the order on the screen
    void add(Node field, ObservableValue<String> complaint) {
        Label sentence = new Label();
        sentence.getStyleClass().addAll("bad", "second");
        Tooltip whole = new Tooltip();
        sentence.setTooltip(whole);
        complaint.subscribe(
                words -> {
                    sentence.setText(words);
                    sentence.setVisible(!words.isEmpty());
                    whole.setText(words);
                    requestLayout();
                });
        field.layoutXProperty().subscribe(this::requestLayout);
        sentences.put(field, sentence);
        getChildren().add(sentence);
    }

    @Override
    protected void layoutChildren() {
        double end = getWidth();
        for (Node field : sentences.keySet().stream().toList().reversed()) {
            Label sentence = sentences.get(field);
            if (sentence == null || !sentence.isVisible()) {
                continue;
            }
            double start = field.getLayoutX();
            double width = Math.min(sentence.prefWidth(HEIGHT), end - start);
            sentence.resizeRelocate(start, 0, width, HEIGHT);
            end = start - GAP;
        }
    }
}
