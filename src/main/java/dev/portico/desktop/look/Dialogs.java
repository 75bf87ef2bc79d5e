package dev.portico.desktop.look;

import atlantafx.base.controls.ModalPane;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;

/// Questions over the window, one at a time; the rest of the window waits.
public final class Dialogs {
    private final ModalPane pane = new ModalPane();
    private final Deque<Question> waiting = new ArrayDeque<>();
    private @Nullable Question shown;

    /// One question. Answering it, by a button or by Esc, happens once.
    public static final class Question {
        private final VBox box = new VBox();
        private final HBox buttons = new HBox(8);
        private Node focused = box;
        private Runnable onEscape = () -> {};
        private boolean answered;

        public Question(String title, Node... body) {
            Label heading = new Label(title);
            heading.setWrapText(true);
            heading.getStyleClass().addAll("b", "title");
            box.getStyleClass().add("dialog-box");
            box.setMaxHeight(Region.USE_PREF_SIZE);
            buttons.setAlignment(Pos.CENTER_RIGHT);
            buttons.getStyleClass().add("dialog-buttons");
            box.getChildren().add(heading);
            box.getChildren().addAll(body);
            box.getChildren().add(buttons);
        }

        /// With room for a text that is no sentence.
        public Question wide() {
            box.getStyleClass().add("dialog-wide");
            return this;
        }

        /// What takes the keys first: the safe answer, or the field to fill.
        public Question focus(Node node) {
            focused = node;
            return this;
        }
    }

    public Dialogs() {
        pane.setPersistent(true);
        pane.setFocusTraversable(false); // it is there even while nothing is asked
        pane.setInTransitionFactory(null);
        pane.setOutTransitionFactory(null);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public ModalPane root() {
        return pane;
    }

    /// Adds a button that answers the question.
    public Button answer(Question question, String text, Runnable run, String... styles) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> close(question, run));
        question.buttons.getChildren().add(button);
        return button;
    }

    /// As [#answer], and the answer that Esc and a withdrawn question give.
    public Button escape(Question question, String text, Runnable run) {
        question.onEscape = run;
        return answer(question, text, run);
    }

    public void ask(Question question) {
        waiting.add(question);
        showNext();
    }

    /// Asks before whatever else is being asked, which comes again afterwards.
    public void askFirst(Question question) {
        if (shown != null) {
            waiting.addFirst(shown);
            shown = null;
            pane.hide(true);
        }
        waiting.addFirst(question);
        showNext();
    }

    /// Takes a question back that nobody needs answered any more.
    public void withdraw(Question question) {
        close(question, question.onEscape);
    }

    private void showNext() {
        if (shown != null || waiting.isEmpty()) {
            return;
        }
        shown = waiting.removeFirst();
        pane.show(shown.box);
        shown.focused.requestFocus();
    }

    private void close(Question question, Runnable run) {
        if (question.answered) {
            return;
        }
        question.answered = true;
        waiting.remove(question);
        if (shown == question) {
            shown = null;
            pane.hide(true);
        }
        run.run();
        showNext();
    }

    private void onKey(KeyEvent event) {
        Question open = shown;
        if (open != null && event.getCode() == KeyCode.TAB) {
            TabRing.turn(open.box, event);
        }
        if (open != null && event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close(open, open.onEscape);
        }
    }
}
