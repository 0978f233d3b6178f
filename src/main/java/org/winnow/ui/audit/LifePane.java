package org.winnow.ui.audit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.store.AuditTrail.Event;
import org.winnow.store.AuditTrail.Line;
import org.winnow.ui.audit.AuditModel.Life;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** The life of the record that was chosen, from its import to now; or the one operation, where it is about none. */
final class LifePane extends BorderPane {
    private final AuditModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final EventWords words;
    private final VBox body = new VBox(4);

    LifePane(AuditModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.words = new EventWords(texts);
        setId("life");
        setMinWidth(220);
        body.getStyleClass().add("life");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        setCenter(scroll);
        model.lifeProperty().subscribe(this::show);
        model.chosenProperty().subscribe(this::show);
        show();
    }

    private void show() {
        Life life = model.lifeProperty().get();
        Line line = model.chosenProperty().get();
        if (life != null) {
            body.getChildren().setAll(head(life));
            life.events().forEach(e -> body.getChildren().add(step(e)));
        } else if (line != null) {
            body.getChildren()
                    .setAll(Labels.heading(words.headline(line.event())), step(line.event()), seal(line.event()));
        } else {
            body.getChildren()
                    .setAll(new EmptyState(
                            "life-empty",
                            Feather.ACTIVITY,
                            texts.get("audit.life.none"),
                            texts.get("audit.life.none.sentence")));
        }
    }

    private Node head(Life life) {
        Label heading = Labels.heading(texts.get("audit.life", life.record().toString()));
        HBox.setHgrow(heading, Priority.ALWAYS);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(
                8,
                heading,
                Buttons.withIcon("life-save", texts.get("audit.life.save"), Feather.DOWNLOAD, () -> save(life)));
        line.getStyleClass().add("life-head");
        VBox head = new VBox(4, line, Labels.wrapped(life.title()));
        head.getStyleClass().add("life-title");
        return head;
    }

    /** One step: a dot on the line of time, what was done, and below it by whom and when. */
    private Node step(Event event) {
        Region dot = new Region();
        dot.getStyleClass().add("life-dot");
        String verdict = EventWords.verdict(event);
        if (!verdict.isEmpty()) {
            dot.getStyleClass().add(verdict);
        }
        VBox said = new VBox(
                1,
                Labels.wrapped(words.headline(event)),
                Labels.wrapped(texts.get("audit.by", words.who(event), words.when(event.at())), "muted", "hint"));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox step = new HBox(12, dot, said);
        step.getStyleClass().add("life-step");
        return step;
    }

    private Node seal(Event event) {
        return Labels.wrapped(texts.get("audit.seal", Long.toString(event.number()), event.hash()), "muted", "hint");
    }

    private void save(Life life) {
        List<FileKind> kinds = model.lifeFormats().stream()
                .map(ending -> new FileKind(ending.toUpperCase(texts.locale()), List.of(ending)))
                .toList();
        dialogs.chooseTarget(
                        texts.get("audit.life.save"),
                        "record-" + life.record() + ".pdf",
                        kinds.toArray(FileKind[]::new))
                .ifPresent(target -> model.writeLife(
                        life.record(), target, () -> dialogs.notice(texts.get("audit.written", target.getFileName()))));
    }
}
