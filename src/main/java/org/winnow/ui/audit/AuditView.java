package org.winnow.ui.audit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Reviewer;
import org.winnow.store.AuditTrail.Part;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Who did what when: a list to search, and beside it the life of the record that a line is about. */
final class AuditView extends BorderPane {
    private final AuditModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final TextField search = TextFields.createClearableTextField();
    private final ListView<Long> list = new ListView<>();
    private final Label count = Labels.muted("");

    AuditView(AuditModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        getStyleClass().add("screen");
        setId("audit");
        setTop(new VBox(
                Labels.header(
                        texts.get("audit.title"),
                        Labels.wrapped(texts.get("audit.explanation"), "muted"),
                        Buttons.withIcon("audit-check", texts.get("audit.check"), Feather.SHIELD, this::check),
                        Buttons.withIcon("audit-export", texts.get("audit.export"), Feather.DOWNLOAD, this::export)),
                filters()));
        SplitPane split = new SplitPane(list(), new LifePane(model, texts, dialogs));
        split.setDividerPositions(0.55);
        setCenter(split);
        model.foundProperty().subscribe(n -> count.setText(n < 0 ? "" : texts.get("audit.found", n)));
    }

    private FlowPane filters() {
        search.setId("audit-search");
        search.setPromptText(texts.get("audit.search"));
        search.setAccessibleText(texts.get("audit.search"));
        search.setPrefColumnCount(14);
        search.textProperty().bindBidirectional(model.wordsProperty());
        ChoiceBox<Optional<Reviewer>> people = new ChoiceBox<>();
        people.setId("audit-person");
        people.setAccessibleText(texts.get("audit.person"));
        people.setPrefWidth(150);
        people.setConverter(words(p -> p.map(Reviewer::name).orElse(texts.get("audit.everybody"))));
        people.valueProperty().subscribe(now -> {
            if (now != null) {
                model.personProperty().set(now);
            }
        });
        model.peopleProperty().subscribe(now -> {
            Optional<Reviewer> kept = model.personProperty().get();
            people.getItems().setAll(List.of(Optional.empty()));
            now.forEach(p -> people.getItems().add(Optional.of(p)));
            people.setValue(kept);
        });
        ChoiceBox<Part> part = new ChoiceBox<>();
        part.setId("audit-part");
        part.setAccessibleText(texts.get("audit.part"));
        part.getItems().setAll(List.of(Part.values()));
        part.setPrefWidth(180);
        part.setConverter(words(p -> texts.get("audit.part." + p.name().toLowerCase(Locale.ROOT))));
        part.valueProperty().bindBidirectional(model.partProperty());
        CheckBox whole = new CheckBox(texts.get("audit.whole"));
        whole.setId("audit-whole");
        whole.selectedProperty().bindBidirectional(model.wholeProperty());
        HBox unblinded = new HBox(whole);
        unblinded.getStyleClass().add("audit-count");
        model.leadsProperty().subscribe(now -> {
            unblinded.setVisible(now);
            unblinded.setManaged(now);
        });
        count.setId("audit-count");
        HBox counted = new HBox(count);
        counted.getStyleClass().add("audit-count");
        FlowPane bar = new FlowPane(8, 6, search, people, part, unblinded, counted);
        bar.getStyleClass().add("screen-filter");
        return bar;
    }

    private static <T> StringConverter<T> words(Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen from a list, never typed");
            }
        };
    }

    private ListView<Long> list() {
        list.setId("audit-list");
        list.setAccessibleText(texts.get("audit.title"));
        list.getStyleClass().add("record-list");
        list.setItems(model.list().ids());
        list.setFixedCellSize(EventCell.LOW);
        list.setCellFactory(v -> new EventCell(model.list(), texts));
        list.setPlaceholder(Labels.muted(texts.get("audit.nothing")));
        list.setMinWidth(280);
        list.getSelectionModel().selectedIndexProperty().subscribe(at -> {
            if (at.intValue() >= 0) {
                model.choose(at.intValue());
            }
        });
        return list;
    }

    private void check() {
        model.check(problems -> {
            if (problems.isEmpty()) {
                dialogs.tell(texts.get("audit.check.well"), texts.get("audit.check.well.sentence"));
            } else {
                dialogs.trouble(texts.get("audit.check.bad", String.join("\n", problems)));
            }
        });
    }

    private void export() {
        dialogs.chooseTarget(texts.get("audit.export"), "audit-trail.csv", new FileKind("CSV", List.of("csv")))
                .ifPresent(target -> model.writeTrail(
                        target, n -> dialogs.notice(texts.get("audit.exported", n, target.getFileName()))));
    }
}
