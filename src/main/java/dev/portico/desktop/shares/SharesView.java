package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.share.Problem;
import dev.portico.share.Share;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The view of the shares: composer, bar and live table; and apart from them the problem of the
/// selected share.
public final class SharesView {
    private final SharesModel model;
    private final Texts texts;
    private final ComposerView composer;
    private final SharesBar bar;
    private final ShareTable table;
    private final ProblemPanel problem;
    private final LinkCode code;
    private final Consumer<String> editServer;
    private final BiConsumer<Problem, Runnable> compareKeys;
    private final Consumer<String> export;
    private final Consumer<Share> examine;
    private final VBox root;
    private Runnable explain = () -> {};

    /// @param editServer shows the server of that name in its form
    /// @param export shows the share of that name as other programs want it written
    /// @param compareKeys shows a changed host key beside the old one, and what tries again then
    /// @param examine finds out what is wrong with the share
    public SharesView(
            SharesModel model,
            ComposerModel composing,
            Texts texts,
            Consumer<String> editServer,
            Consumer<String> export,
            BiConsumer<Problem, Runnable> compareKeys,
            Consumer<Share> examine) {
        this.model = model;
        this.texts = texts;
        this.editServer = editServer;
        this.compareKeys = compareKeys;
        this.export = export;
        this.examine = examine;
        this.composer = new ComposerView(composing, texts);
        this.bar = new SharesBar(model, texts);
        this.code = new LinkCode(model::copyLink, texts);
        RowActions actions = new Actions();
        this.table = new ShareTable(model, actions, texts);
        this.problem = new ProblemPanel(texts, actions::remedy, model::copyCure);
        VBox.setVgrow(table.root(), Priority.ALWAYS);
        root = new VBox(composer.root(), bar.root(), table.root());
        table.root().getSelectionModel().selectedItemProperty().subscribe(problem::follow);
        model.filterProperty().subscribe(filter -> table.placeholder(nothing(filter)));
        model.newestProperty().subscribe(this::select);
    }

    public Region root() {
        return root;
    }

    /// What is wrong with the selected share; hides itself while nothing is.
    public Region problem() {
        return problem.root();
    }

    /// @param selected hears the name of the selected share, also when it is called otherwise;
    ///     empty while there is none
    /// @param explaining shows the whole of its problem
    public void follow(Consumer<String> selected, Runnable explaining) {
        explain = explaining;
        table.root()
                .getSelectionModel()
                .selectedItemProperty()
                .flatMap(ShareRow::textProperty)
                .map(RowText::name)
                .orElse("")
                .subscribe(selected);
    }

    /// Selects the share of that name, if there is one.
    public void select(String name) {
        if (!name.isEmpty()) {
            table.select(name);
        }
    }

    /// How much of its right side has switches.
    public double switchWidth() {
        return TableColumns.SWITCH;
    }

    public void focusComposer() {
        composer.focus();
    }

    /// Takes a whole ssh line into the composer.
    public void paste(String line) {
        composer.paste(line);
    }

    public void focusFilter() {
        bar.focusFilter();
    }

    private VBox nothing(Filter filter) {
        Label words = new Label(texts.of(filter.isAll() ? "empty.shares" : "empty.filter"));
        words.getStyleClass().add("muted");
        VBox box = new VBox(8, words);
        box.setAlignment(Pos.CENTER);
        if (!filter.isAll()) {
            Button clear = new Button(texts.of("empty.filter.clear"));
            clear.getStyleClass().add("small");
            clear.setOnAction(_ -> model.filterProperty().set(Filter.ALL));
            box.getChildren().add(clear);
        }
        return box;
    }

    private final class Actions implements RowActions {
        /// Where it is not said, the one that the share goes through first.
        private String of(Problem problem, ShareRow row) {
            return problem.facts().getOrDefault("server", row.share().server());
        }

        @Override
        public void remedy(ShareRow row, Remedy remedy) {
            switch (remedy) {
                case EDIT_SERVER -> editServer.accept(row.share().server());
                case COMPARE_KEYS ->
                        row.text()
                                .problem()
                                .ifPresent(
                                        problem ->
                                                compareKeys.accept(
                                                        problem,
                                                        () ->
                                                                model.serverChanged(
                                                                        of(problem, row))));
                case RETRY_NOW, TRY_AGAIN, USE_ANOTHER_PORT -> model.remedy(row, remedy);
            }
        }

        @Override
        public void showCode(ShareRow row, Node place) {
            code.show(row, place);
        }

        @Override
        public void export(ShareRow row) {
            export.accept(row.share().name());
        }

        @Override
        public void examine(ShareRow row) {
            examine.accept(row.share());
        }

        @Override
        public void explain(ShareRow row) {
            table.select(row);
            table.root().requestFocus();
            explain.run();
        }
    }
}
