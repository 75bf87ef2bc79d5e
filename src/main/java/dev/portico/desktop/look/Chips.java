package dev.portico.desktop.look;

import atlantafx.base.controls.SegmentedControl;
import atlantafx.base.controls.ToggleLabel;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Chips of which always one is chosen; each may say how many it stands for.
public final class Chips<T> {
    private static final double GAP = 6;

    private final SegmentedControl root = new SegmentedControl();
    private final Map<T, Label> numbers = new HashMap<>();

    public Chips(String id) {
        root.setId(id);
        root.getStyleClass().add("chips");
        root.setAnimationDuration(Duration.ZERO);
    }

    public Chips<T> add(T choice, String id, String words) {
        return add(choice, id, words, null);
    }

    public Chips<T> addCounted(T choice, String id, String words) {
        Label number = new Label("0");
        number.getStyleClass().add("count");
        numbers.put(choice, number);
        return add(choice, id, words, number);
    }

    /// @param choose is told what the user chooses
    public SegmentedControl follow(ObservableValue<T> chosen, Consumer<T> choose) {
        ByKeys.choose(root);
        root.getToggleGroup()
                .selectedToggleProperty()
                .subscribe(toggle -> tell(toggle == null ? null : toggle.getUserData(), choose));
        chosen.subscribe(
                now ->
                        root.getSegments()
                                .forEach(
                                        label ->
                                                label.setSelected(
                                                        label.getUserData().equals(now))));
        return root;
    }

    public void count(T choice, int number) {
        Label label = numbers.get(choice);
        if (label != null) {
            label.setText(String.valueOf(number));
        }
    }

    @SuppressWarnings("unchecked")
    private void tell(@Nullable Object choice, Consumer<T> choose) {
        if (choice != null) {
            choose.accept((T) choice);
        }
    }

    private Chips<T> add(T choice, String id, String words, @Nullable Label number) {
        ToggleLabel label = new ToggleLabel(words, number);
        label.setId(id);
        label.setUserData(choice);
        label.setContentDisplay(ContentDisplay.RIGHT);
        label.setGraphicTextGap(GAP);
        root.getSegments().add(label);
        return this;
    }
}
