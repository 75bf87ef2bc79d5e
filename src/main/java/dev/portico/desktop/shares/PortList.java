package dev.portico.desktop.shares;

import dev.portico.desktop.look.Icons;
import dev.portico.desktop.look.Texts;
import dev.portico.desktop.ports.ListeningPort;

import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The ports that listen on this computer, by kind.
final class PortList {
    private static final double ROW = 32;
    private static final int MOST_ROWS = 13;

    private sealed interface Line {
        record Heading(ListeningPort.Kind kind, int count) implements Line {}

        record Entry(ListeningPort port) implements Line {}
    }

    private final ComposerModel model;
    private final Texts texts;
    private final ListView<Line> lines = new ListView<>();
    private final Label none = new Label();
    private final VBox root;
    private final Hyperlink shortLived = new Hyperlink();
    private String words = "";
    private boolean withShortLived;

    PortList(ComposerModel model, Texts texts, Consumer<ListeningPort> take) {
        this.model = model;
        this.texts = texts;
        lines.setFixedCellSize(ROW);
        lines.setFocusTraversable(false);
        lines.setCellFactory(_ -> new LineCell());
        lines.setOnMouseClicked(_ -> chosen().ifPresent(take));
        lines.managedProperty().bind(lines.visibleProperty());
        none.getStyleClass().addAll("muted", "none");
        none.managedProperty().bind(none.visibleProperty());
        HBox foot = foot();
        root = new VBox(none, lines, foot);
        root.getStyleClass().add("port-list");
        model.listening().subscribe(this::fill);
        fill();
    }

    Region root() {
        return root;
    }

    private HBox foot() {
        Label also = new Label(texts.of("ports.foot"));
        also.getStyleClass().add("caption");
        also.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(also, Priority.ALWAYS);
        shortLived.setId("ports-short-lived");
        shortLived.setFocusTraversable(false);
        shortLived.setMinWidth(Region.USE_PREF_SIZE);
        shortLived.setOnAction(_ -> turnShortLived());
        shortLived.managedProperty().bind(shortLived.visibleProperty());
        HBox foot = new HBox(8, also, shortLived);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("foot");
        return foot;
    }

    private void turnShortLived() {
        withShortLived = !withShortLived;
        shortLived.setVisited(false);
        fill();
    }

    /// The process, or what it may be; empty where nothing is known.
    void showAll() {
        filter("");
        lines.getSelectionModel().clearSelection();
    }

    void filter(String typed) {
        words = typed.strip();
        fill();
    }

    void move(int step) {
        ObservableList<Line> all = lines.getItems();
        int at = lines.getSelectionModel().getSelectedIndex() + step;
        while (at >= 0 && at < all.size() && all.get(at) instanceof Line.Heading) {
            at += step;
        }
        if (at >= 0 && at < all.size()) {
            lines.getSelectionModel().select(at);
            lines.scrollTo(Math.max(0, at - 2));
        }
    }

    Optional<ListeningPort> chosen() {
        return lines.getSelectionModel().getSelectedItem() instanceof Line.Entry(ListeningPort port)
                ? Optional.of(port)
                : Optional.empty();
    }

    private void fill() {
        Optional<ListeningPort> before = chosen();
        List<Line> all = new ArrayList<>();
        for (ListeningPort.Kind kind : ListeningPort.Kind.values()) {
            List<ListeningPort> ports =
                    model.listening().stream()
                            .filter(port -> port.kind() == kind && fits(port))
                            .toList();
            if (!ports.isEmpty()) {
                all.add(new Line.Heading(kind, ports.size()));
                ports.forEach(port -> all.add(new Line.Entry(port)));
            }
        }
        lines.getItems().setAll(all);
        before.map(Line.Entry::new)
                .filter(all::contains)
                .ifPresent(lines.getSelectionModel()::select);
        lines.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
        none.setText(texts.of(model.listening().isEmpty() ? "ports.none" : "ports.no-match"));
        lines.setPrefHeight(Math.min(MOST_ROWS, all.size()) * ROW + 2);
        long hidden = model.listening().stream().filter(ListeningPort::isShortLived).count();
        shortLived.setVisible(hidden > 0 && words.isEmpty());
        shortLived.setText(
                withShortLived
                        ? texts.of("ports.short.hide")
                        : texts.count("ports.short.show", hidden));
    }

    private boolean fits(ListeningPort port) {
        if (words.isEmpty()) {
            return withShortLived || !port.isShortLived();
        }
        return String.valueOf(port.port()).contains(words)
                || PortWords.shortly(port).contains(words)
                || port.project().contains(words);
    }

    private final class LineCell extends ListCell<Line> {
        private final Label port = label("mono", "b");
        private final Label process = label();
        private final Label project = label("muted");
        private final Label remark = label();
        private final HBox entry = new HBox(port, process, project, remark);
        private final Label kind = label("b", "muted");
        private final Label count = label("count");
        private final HBox heading = new HBox(8, kind, count);

        LineCell() {
            port.setPrefWidth(56);
            process.setPrefWidth(104);
            HBox.setHgrow(project, Priority.ALWAYS);
            project.setMaxWidth(Double.MAX_VALUE);
            entry.setAlignment(Pos.CENTER_LEFT);
            heading.setAlignment(Pos.CENTER_LEFT);
            port.setMinWidth(56);
            remark.setGraphicTextGap(6);
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setDisable(!empty && line instanceof Line.Heading);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            setGraphic(
                    switch (line) {
                        case Line.Heading(ListeningPort.Kind of, int number) -> heading(of, number);
                        case Line.Entry(ListeningPort of) -> entry(of);
                    });
        }

        private HBox heading(ListeningPort.Kind of, int number) {
            kind.setText(
                    texts.of(
                            switch (of) {
                                case WEB -> "ports.web";
                                case DATABASE -> "ports.database";
                                case OTHER -> "ports.other";
                            }));
            count.setText(String.valueOf(number));
            return heading;
        }

        private HBox entry(ListeningPort of) {
            port.setText(String.valueOf(of.port()));
            boolean guessed = of.guess().isPresent();
            process.setText(
                    PortWords.shortly(of).isEmpty()
                            ? texts.of("ports.unknown")
                            : PortWords.shortly(of));
            project.setText(guessed ? texts.of("ports.guess") : of.project());
            boolean sensitive = of.isSensitive();
            String place = of.onlyIpv6() ? texts.of("ports.only-ipv6") : "";
            remark.setText(sensitive ? texts.of("ports.sensitive") : place);
            remark.setGraphic(sensitive ? Icons.of("fth-alert-triangle", 14) : null);
            remark.getStyleClass().setAll("label", sensitive ? "warn" : "muted");
            return entry;
        }

        private static Label label(String... styles) {
            Label label = new Label();
            label.getStyleClass().addAll(styles);
            return label;
        }
    }
}
