package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Annotation;
import org.winnow.model.Criterion;
import org.winnow.model.MarkColour;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Texts;

/** What is said of a mark: its colour and what that means, a comment, and the reason or tag that it speaks to. */
final class MarkEditor extends VBox {
    private final ReaderModel reader;
    private final MarksModel model;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> colours = new ArrayList<>();
    private final TextField meaning = new TextField();
    private final TextArea comment = new TextArea();
    private final ComboBox<Criterion> criterion = new ComboBox<>();
    private final TextField tag = new TextField();
    private @Nullable Annotation shown;

    MarkEditor(ReaderModel reader, Texts texts) {
        this.reader = reader;
        this.model = reader.marks();
        this.texts = texts;
        setId("mark-editor");
        getStyleClass().add("mark-editor");
        field(meaning, "mark-meaning", "reader.mark.meaning");
        field(comment, "mark-comment", "reader.mark.comment");
        field(tag, "mark-tag", "reader.mark.tag");
        comment.setPrefRowCount(2);
        comment.setWrapText(true);
        getChildren()
                .addAll(
                        palette(),
                        meaning,
                        comment,
                        criterion(),
                        tag,
                        Buttons.withIcon(
                                "mark-delete", texts.get("reader.mark.delete"), Feather.TRASH_2, model::remove));
        bind();
    }

    private void field(TextInputControl field, String id, String key) {
        field.setId(id);
        field.setPromptText(texts.get(key));
        field.setAccessibleText(texts.get(key));
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                keep();
            }
        });
    }

    private FlowPane palette() {
        FlowPane palette = new FlowPane(0, 4);
        for (MarkColour colour : MarkColour.PALETTE) {
            ToggleButton button = Buttons.toggle("give-" + colour.key().substring(1), "");
            button.setGraphic(MarkBar.swatch(colour));
            button.getStyleClass().addAll("button-icon", "flat");
            button.setUserData(colour);
            button.setToggleGroup(group);
            button.setOnAction(e -> model.change(mark -> mark.withColour(colour)));
            model.meaningsProperty()
                    .subscribe(now -> Buttons.explain(button, MarkBar.name(model, texts, colour), null));
            colours.add(button);
            palette.getChildren().add(button);
        }
        return palette;
    }

    private ComboBox<Criterion> criterion() {
        criterion.setId("mark-criterion");
        criterion.setMaxWidth(Double.MAX_VALUE);
        criterion.setPromptText(texts.get("reader.mark.criterion"));
        criterion.setAccessibleText(texts.get("reader.mark.criterion"));
        criterion.setConverter(new StringConverter<>() {
            @Override
            public String toString(Criterion of) {
                return of == null ? texts.get("reader.mark.criterion") : of.label();
            }

            @Override
            public Criterion fromString(String text) {
                throw new UnsupportedOperationException("choices are never typed");
            }
        });
        criterion.setOnAction(e -> {
            if (shown != null) {
                model.change(mark -> mark.withCriterion(criterion.getValue()));
            }
        });
        return criterion;
    }

    private void bind() {
        meaning.setOnAction(e -> keep());
        tag.setOnAction(e -> keep());
        model.chosenProperty().subscribe(this::show);
        model.meaningsProperty().subscribe(now -> {
            Annotation mark = shown;
            if (mark != null) {
                meaning.setText(now.getOrDefault(mark.colour(), ""));
            }
        });
    }

    /** What was typed belongs to the mark that was shown meanwhile. */
    private void keep() {
        Annotation mark = shown;
        Annotation chosen = model.chosenProperty().get();
        if (mark != null && chosen != null && mark.id().equals(chosen.id())) {
            model.mean(mark.colour(), meaning.getText());
            model.change(m -> m.withComment(comment.getText().strip())
                    .withTag(tag.getText().strip()));
        }
    }

    private void show(@Nullable Annotation mark) {
        boolean there = mark != null;
        setVisible(there);
        setManaged(there);
        boolean same = mark != null && shown != null && mark.id().equals(shown.id());
        shown = null;
        if (mark == null) {
            return;
        }
        criterion.getItems().setAll(reader.reasons());
        criterion.getItems().add(0, null);
        criterion.setValue(mark.criterion());
        write(comment, mark.comment(), same);
        write(tag, mark.tag(), same);
        write(meaning, model.meaningsProperty().get().getOrDefault(mark.colour(), ""), same);
        colours.forEach(button -> button.setSelected(mark.colour().equals(button.getUserData())));
        boolean mine = model.mine(mark);
        getChildren().forEach(child -> child.setDisable(!mine));
        shown = mark;
    }

    /** What is being typed of the same mark is left alone. */
    private static void write(TextInputControl field, String text, boolean same) {
        if (!same || !field.isFocused()) {
            field.setText(text);
        }
    }
}
