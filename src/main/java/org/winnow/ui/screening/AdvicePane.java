package org.winnow.ui.screening;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.store.Advices.Advice;
import org.winnow.store.Advices.OfRecord;
import org.winnow.store.Advices.Place;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.screening.AdviceModel.Differs;
import org.winnow.ui.screening.AdviceModel.Seen;

/** What a language model says of the record, reason by reason, with the words that it rests on; never a verdict. */
final class AdvicePane extends VBox {
    private static final int HUNDRED = 100;

    private final Texts texts;
    private final Doors.Pages pages;
    private final AdviceModel model;

    AdvicePane(AdviceModel model, ScreeningModel room, Texts texts, Doors.Pages pages) {
        super(6);
        this.texts = texts;
        this.pages = pages;
        this.model = model;
        setId("advice");
        VBox suggestions = new VBox(6);
        Hyperlink differs = new Hyperlink();
        differs.setId("advice-differs");
        differs.setWrapText(true);
        getChildren().addAll(suggestions, differs);
        room.cardProperty().subscribe(model::inFront);
        model.shownProperty().subscribe(all -> {
            suggestions.getChildren().setAll(all.stream().map(this::suggestion).toList());
            suggestions.setVisible(!all.isEmpty());
            suggestions.setManaged(!all.isEmpty());
        });
        model.differsProperty().subscribe(now -> show(differs, now, room));
    }

    private void show(Hyperlink link, @Nullable Differs now, ScreeningModel room) {
        link.setVisible(now != null);
        link.setManaged(now != null);
        if (now != null) {
            link.setText(texts.get("screening.advice.differs", now.record().toString(), now.model()));
            link.setOnAction(e -> room.open(now.record()));
        }
    }

    private VBox suggestion(Seen seen) {
        OfRecord of = seen.of();
        VBox card = new VBox(4);
        card.getStyleClass().addAll("card", "advice");
        card.getChildren().add(Labels.wrapped(texts.get("screening.advice.by", of.model()), "muted", "hint"));
        List<Advice> telling =
                of.advice().stream().filter(a -> !a.applies().equals("no")).toList();
        if (telling.isEmpty()) {
            card.getChildren().add(Labels.wrapped(texts.get("screening.advice.none")));
        }
        telling.forEach(a -> card.getChildren().add(reason(of.record(), a)));
        card.getChildren().add(seen.found().isEmpty() ? checks(of) : checked(seen.found()));
        return card;
    }

    /** What the person finds of it, for the record of what models were asked. */
    private FlowPane checks(OfRecord of) {
        FlowPane checks = new FlowPane(8, 4, Labels.muted(texts.get("screening.advice.check")));
        checks.setAlignment(Pos.CENTER_LEFT);
        for (String found : List.of("right", "wrong", "unclear")) {
            checks.getChildren()
                    .add(Buttons.plain(
                            "advice-check-" + found,
                            texts.get("screening.advice.check." + found),
                            () -> model.check(of, found)));
        }
        return checks;
    }

    private Label checked(String found) {
        Label checked = Labels.muted(texts.get("screening.advice.checked." + found));
        checked.setId("advice-checked");
        return checked;
    }

    private VBox reason(RecordId record, Advice advice) {
        Label applies = Labels.pill(
                texts.get("screening.advice." + advice.applies()),
                advice.applies().equals("yes") ? "exclude" : "maybe");
        applies.setMinWidth(USE_PREF_SIZE);
        FlowPane line = new FlowPane(
                8,
                4,
                applies,
                new Label(advice.criterion().label()),
                Labels.muted(texts.get("screening.advice.confidence", Math.round(HUNDRED * advice.confidence()))));
        VBox all = new VBox(2, line);
        if (!advice.quote().isEmpty()) {
            all.getChildren()
                    .add(Labels.wrapped(
                            texts.get(
                                    advice.stands() ? "screening.advice.quote" : "screening.advice.noQuote",
                                    advice.quote()),
                            "muted"));
        }
        Place place = advice.place();
        if (place != null) {
            Hyperlink page = new Hyperlink(texts.get("screening.advice.page", place.page()));
            page.setId("advice-page");
            page.setOnAction(e -> pages.show(record, place.sha256(), place.page(), advice.quote()));
            all.getChildren().add(page);
        }
        return all;
    }
}
