package org.winnow.ui.dfllm;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.dfllm.corpus.LeftOut;
import org.winnow.dfllm.corpus.PaperSummary;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** The papers that are asked: their size, language and licence, and the reports that are not among them. */
final class PapersPane extends BorderPane {
    private final LanguageModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final TableView<PaperSummary> table = new TableView<>();
    private final Label sums = Labels.wrapped("", "muted");
    private final VBox without = new VBox(4);

    PapersPane(LanguageModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        table();
        without.getStyleClass().add("verdict-bar");
        without.setId("language-without");
        model.corpusProperty().subscribe(this::show);
    }

    private void table() {
        table.setId("language-table");
        table.setAccessibleText(texts.get("language.papers"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text(texts.get("language.paper"), 270, PaperSummary::title));
        table.getColumns().add(Columns.text(texts.get("language.licence"), 120, PaperSummary::licence));
        table.getColumns().add(Columns.text(texts.get("language.language"), 80, PaperSummary::language));
        table.getColumns().add(Columns.number(texts.get("language.passages"), 110, PaperSummary::chunks));
        table.getColumns().add(Columns.number(texts.get("language.tokens"), 90, PaperSummary::tokens));
        table.getColumns().add(Columns.number(texts.get("language.leftOut"), 95, p -> p.leftOut().stream()
                .mapToLong(LeftOut::tokens)
                .sum()));
    }

    private void show(@Nullable Corpus corpus) {
        if (corpus == null || corpus.reports() == 0) {
            setTop(null);
            setBottom(null);
            setCenter(corpus == null ? unread() : new NoPapers(texts, navigator));
            return;
        }
        table.getItems().setAll(corpus.papers());
        sums.setText(texts.get(
                "language.sums",
                corpus.papers().size(),
                corpus.reports(),
                corpus.chunks().size(),
                corpus.tokens()));
        VBox top = new VBox(sums);
        top.getStyleClass().add("screen-filter");
        without.getChildren()
                .setAll(corpus.without().stream()
                        .map(m -> Labels.wrapped(texts.get("language.missing", m.title(), m.why()), "muted"))
                        .toList());
        setTop(top);
        setCenter(table);
        setBottom(corpus.without().isEmpty() ? null : without);
    }

    private EmptyState unread() {
        Button read = Buttons.primary("language-read", texts.get("language.read"), model::read);
        read.disableProperty().bind(model.busyProperty());
        return new EmptyState(
                "language-unread",
                Feather.BOOK,
                texts.get("language.unread.headline"),
                texts.get("language.unread.sentence"),
                read);
    }
}
