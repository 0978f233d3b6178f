package org.winnow.ui.team;

import java.nio.file.Path;
import java.text.DateFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.store.Merged;
import org.winnow.store.Travelling;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Packing a part of the review for a colleague, and merging what comes back: first what it would bring, then it. */
final class ApartPane extends BorderPane {
    private static final double CARD = 520;
    private static final int CONFLICTS_SHOWN = 12;

    private final TeamModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ComboBox<Reviewer> who = new ComboBox<>();
    private final ComboBox<Optional<Stage>> stage = new ComboBox<>();
    private final CheckBox assigned = new CheckBox();
    private final TextField words = new TextField();
    private final CheckBox fullTexts = new CheckBox();
    private final PasswordField password = new PasswordField();
    private final VBox plan = new VBox(8);
    private final ScrollPane scroll = new ScrollPane();

    ApartPane(TeamModel model, Texts texts, Dialogs dialogs) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        FlowPane page = new FlowPane(20, 20, packCard(), mergeCard());
        page.getStyleClass().add("screen-body");
        scroll.setContent(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        setCenter(scroll);
        model.peopleProperty().subscribe(this::show);
        model.planProperty().subscribe(this::show);
    }

    private VBox packCard() {
        who.setId("pack-reviewer");
        who.setConverter(text(Reviewer::name));
        stage.setId("pack-stage");
        stage.setConverter(text(s -> s.map(this::name).orElse(texts.get("team.pack.everything"))));
        stage.getItems()
                .setAll(List.of(Optional.empty(), Optional.of(Stage.TITLE_ABSTRACT), Optional.of(Stage.FULL_TEXT)));
        stage.setValue(Optional.empty());
        words.setId("pack-words");
        assigned.setId("pack-assigned");
        assigned.setText(texts.get("team.pack.assigned.only"));
        assigned.setDisable(true);
        stage.valueProperty().subscribe(s -> askWhetherShared());
        who.valueProperty().subscribe(p -> askWhetherShared());
        fullTexts.setId("pack-pdfs");
        fullTexts.setText(texts.get("team.pack.pdfs.take"));
        password.setId("pack-password");
        Form form = new Form()
                .field(texts.get("team.pack.for"), who, texts.get("team.pack.for.hint"))
                .field(texts.get("team.pack.records"), stage)
                .field(texts.get("team.pack.assigned"), assigned, texts.get("team.pack.assigned.hint"))
                .field(texts.get("team.pack.words"), words, texts.get("team.pack.words.hint"))
                .field(texts.get("team.pack.pdfs"), fullTexts)
                .field(texts.get("team.pack.password"), password, texts.get("team.pack.password.hint"));
        VBox card = new VBox(
                12,
                Labels.heading(texts.get("team.pack.headline")),
                Labels.wrapped(texts.get("team.pack.explanation"), "muted"),
                form,
                new HBox(Buttons.primary("pack", texts.get("team.pack.verb"), this::pack)));
        card.getStyleClass().add("card");
        card.setPrefWidth(CARD);
        return card;
    }

    /** Where records were given out, a pack follows that unless somebody says otherwise. */
    private void askWhetherShared() {
        Reviewer recipient = who.getValue();
        if (recipient != null) {
            model.whetherShared(recipient, stage.getValue().orElse(null), shared -> {
                assigned.setDisable(!shared);
                assigned.setSelected(shared);
            });
        }
    }

    private String name(Stage s) {
        return s == Stage.FULL_TEXT ? texts.get("team.fullText") : texts.get("team.titleAbstract");
    }

    private static <T> StringConverter<T> text(Function<T, String> words) {
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

    private VBox mergeCard() {
        plan.setId("merge-plan");
        VBox card = new VBox(
                12,
                Labels.heading(texts.get("team.merge.headline")),
                Labels.wrapped(texts.get("team.merge.explanation"), "muted"),
                new HBox(
                        Buttons.withIcon("merge-choose", texts.get("team.merge.choose"), Feather.FOLDER, this::choose)),
                plan);
        card.getStyleClass().add("card");
        card.setPrefWidth(CARD);
        return card;
    }

    private void show(List<Reviewer> people) {
        Reviewer kept = who.getValue();
        who.getItems().setAll(people);
        boolean there = kept != null && people.contains(kept);
        who.setValue(
                there
                        ? kept
                        : people.stream()
                                .filter(p -> !p.equals(model.reviewer()))
                                .findFirst()
                                .orElse(people.isEmpty() ? null : people.get(0)));
    }

    private void pack() {
        Reviewer recipient = who.getValue();
        if (recipient == null) {
            return;
        }
        dialogs.chooseTarget(texts.get("team.pack.headline"), recipient.name() + ".winnow-session", kind())
                .ifPresent(target -> pack(recipient, target));
    }

    /** Writes the pack that the form describes. */
    void pack(Reviewer recipient, Path target) {
        SessionDesk.Order order = new SessionDesk.Order(
                recipient,
                stage.getValue().orElse(null),
                words.getText().strip(),
                assigned.isSelected(),
                fullTexts.isSelected(),
                password.getText());
        model.pack(order, target, () -> dialogs.notice(texts.get("team.pack.done", target.getFileName())));
    }

    private FileKind kind() {
        return new FileKind(texts.get("team.kind"), List.of("winnow-session"));
    }

    private void choose() {
        dialogs.chooseFile(texts.get("team.merge.headline"), kind())
                .ifPresent(new SessionLook(model, texts, dialogs)::at);
    }

    private void show(SessionDesk.@Nullable Plan now) {
        plan.getChildren().clear();
        if (now == null) {
            return;
        }
        Merged merged = now.merged();
        plan.getChildren()
                .add(Labels.wrapped(texts.get(
                        "team.plan.from",
                        now.reviewer(),
                        DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, texts.locale())
                                .format(Date.from(now.packedAt())))));
        lines(merged).forEach(line -> plan.getChildren().add(line));
        if (merged.otherHistory()) {
            plan.getChildren().add(Labels.wrapped(texts.get("team.plan.history", now.reviewer()), "warning-line"));
        }
        if (merged.cutHere()) {
            plan.getChildren().add(Labels.wrapped(texts.get("team.plan.cut", now.reviewer()), "warning-line"));
        }
        if (merged.clockAheadMillis() > 60_000) {
            plan.getChildren()
                    .add(Labels.wrapped(texts.get("team.plan.clock", ahead(merged.clockAheadMillis())), "muted"));
        }
        HBox buttons = new HBox(8);
        if (merged.brings()) {
            buttons.getChildren()
                    .add(Buttons.primary(
                            "merge",
                            texts.get("team.merge.verb", merged.added()),
                            () -> model.merge(() -> dialogs.notice(texts.get("team.merge.done")))));
        }
        buttons.getChildren().add(Buttons.plain("merge-not", texts.get("team.merge.not"), model::forget));
        plan.getChildren().add(buttons);
        scroll.setVvalue(1);
    }

    private String ahead(long millis) {
        Duration time = Duration.ofMillis(millis);
        return time.toHours() < 48
                ? texts.get("team.plan.clock.minutes", time.toMinutes())
                : texts.get("team.plan.clock.days", time.toDays());
    }

    private List<Label> lines(Merged merged) {
        List<Label> lines = new ArrayList<>();
        if (!merged.brings()) {
            lines.add(Labels.wrapped(texts.get("team.plan.nothing", merged.known())));
            return lines;
        }
        lines.add(Labels.wrapped(texts.get(
                "team.plan.said",
                merged.added(Travelling.DECISIONS),
                merged.added(Travelling.NOTES),
                merged.added(Travelling.TAGGINGS),
                merged.known())));
        lines.add(Labels.wrapped(
                texts.get("team.plan.lists", merged.added(Travelling.RECORDS), merged.added(Travelling.CRITERIA))));
        if (merged.added(Travelling.LIKENESS) + merged.added(Travelling.SUGGESTIONS) > 0) {
            lines.add(Labels.wrapped(texts.get(
                    "team.plan.duplicates", merged.added(Travelling.LIKENESS), merged.added(Travelling.SUGGESTIONS))));
        }
        if (merged.disputed() > 0) {
            lines.add(Labels.wrapped(texts.get("team.plan.disputed", merged.disputed())));
        }
        lines.add(Labels.wrapped(
                texts.get("team.plan.conflicts", merged.conflicts().size())));
        merged.conflicts().stream()
                .limit(CONFLICTS_SHOWN)
                .map(c -> Labels.wrapped("• " + c.title(), "muted"))
                .forEach(lines::add);
        return lines;
    }
}
