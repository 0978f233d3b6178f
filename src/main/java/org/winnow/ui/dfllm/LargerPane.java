package org.winnow.ui.dfllm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.card.TakenModels.TakenModel;
import org.winnow.dfllm.recipe.RecipeSettings;
import org.winnow.dfllm.recipe.RecipeSettings.Method;
import org.winnow.dfllm.recipe.RecipeSettings.Objective;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Choices;
import org.winnow.ui.kit.Columns;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Dialogs.FileKind;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Recipes for tuning a larger model on another machine, and the models that came back with what was found of them. */
final class LargerPane extends BorderPane {
    private static final double WIDE = 600;

    private final LargerModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final BiConsumer<String, String> allow;
    private final TableView<TakenModel> table = new TableView<>();

    /** @param allow opens the form that lets a model be asked, by the name of its file and its own */
    LargerPane(LargerModel model, Texts texts, Dialogs dialogs, BiConsumer<String, String> allow) {
        this.model = model;
        this.texts = texts;
        this.dialogs = dialogs;
        this.allow = allow;
        setId("larger");
        setTop(top());
        table();
        model.takenProperty().subscribe(this::show);
        table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    }

    private Node top() {
        Button write = Buttons.primary("larger-write", texts.get("language.larger.write"), this::write);
        write.disableProperty().bind(model.busyProperty());
        Button take = Buttons.plain("larger-take", texts.get("language.larger.take"), this::take);
        VBox box = new VBox(
                10, Labels.wrapped(texts.get("language.larger.explanation")), new FlowPane(12, 8, write, take));
        box.getStyleClass().add("screen-filter");
        return box;
    }

    private void table() {
        table.setId("larger-taken");
        table.setAccessibleText(texts.get("language.larger.taken"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text(texts.get("language.larger.base"), 220, TakenModel::base));
        table.getColumns().add(Columns.text(texts.get("language.larger.way"), 90, TakenModel::way));
        table.getColumns().add(Columns.text(texts.get("language.larger.file"), 180, TakenModel::file));
        table.getColumns().add(Columns.text(texts.get("language.larger.evaluated"), 260, this::evaluated));
    }

    private String evaluated(TakenModel taken) {
        return taken.evaluation()
                .map(figures -> figures.isEmpty() ? texts.get("language.larger.evaluation.kept") : figures)
                .orElse(texts.get("language.larger.unevaluated"));
    }

    private void show(List<TakenModel> all) {
        table.getItems().setAll(all);
        setCenter(all.isEmpty() ? none() : table);
        table.getSelectionModel().selectFirst();
    }

    private EmptyState none() {
        return new EmptyState(
                "larger-none",
                Feather.PACKAGE,
                texts.get("language.larger.none.headline"),
                texts.get("language.larger.none.sentence"));
    }

    /** Which one is chosen, and what can be done with it here. */
    private void chosen(@Nullable TakenModel taken) {
        if (taken == null) {
            setBottom(null);
            return;
        }
        String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(texts.locale())
                .format(taken.at().atZone(ZoneId.systemDefault()));
        Label words =
                Labels.wrapped(texts.get("language.larger.one", date, taken.where(), taken.sha256(), evaluated(taken)));
        words.setId("larger-one");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(12, words);
        if (taken.runs() && Files.exists(taken.where())) {
            Button ask = Buttons.plain(
                    "larger-ask",
                    texts.get("language.larger.ask"),
                    () -> allow.accept(taken.where().toString(), taken.file().replaceFirst("\\.gguf$", "")));
            ask.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(ask);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("verdict-bar");
        setBottom(line);
    }

    private void write() {
        TextField base = new TextField();
        base.setId("larger-base");
        ChoiceBox<Method> method = choice("larger-method", "language.larger.method.", Method.values(), Method.QLORA);
        ChoiceBox<Objective> objective =
                choice("larger-objective", "language.larger.objective.", Objective.values(), Objective.SFT);
        Form form = new Form()
                .field(texts.get("language.larger.base"), base, texts.get("language.larger.base.hint"))
                .checked(base, t -> t.isBlank() ? texts.get("language.larger.base.missing") : "")
                .field(texts.get("language.larger.method"), method, texts.get("language.larger.method.hint"))
                .field(texts.get("language.larger.objective"), objective, texts.get("language.larger.objective.hint"));
        form.setPrefWidth(WIDE);
        if (dialogs.form(texts.get("language.larger.headline"), form, texts.get("language.larger.verb"))) {
            RecipeSettings settings =
                    RecipeSettings.usual(base.getText().strip(), method.getValue(), objective.getValue());
            dialogs.chooseFolder(texts.get("language.larger.folder"))
                    .ifPresent(folder -> model.write(
                            settings,
                            folder,
                            files -> dialogs.notice(texts.get("language.larger.written", files, folder))));
        }
    }

    private <E extends Enum<E>> ChoiceBox<E> choice(String id, String key, E[] all, E first) {
        ChoiceBox<E> box = new ChoiceBox<>(FXCollections.observableArrayList(all));
        box.setId(id);
        box.setValue(first);
        box.setConverter(Choices.words(one -> texts.get(key + one.name().toLowerCase(Locale.ROOT))));
        return box;
    }

    private void take() {
        TextField recipe = new TextField();
        TextField result = new TextField();
        TextField evaluation = new TextField();
        TextField licence = new TextField();
        licence.setId("larger-licence");
        FileKind weights = new FileKind(texts.get("language.larger.weights"), List.of("safetensors", "gguf"));
        FileKind json = new FileKind(texts.get("language.larger.evaluation"), List.of("json"));
        String recipeName = texts.get("language.larger.recipe");
        String resultName = texts.get("language.larger.result");
        String evaluationName = texts.get("language.larger.evaluation");
        Form form = new Form()
                .field(recipeName, file("larger-recipe", recipe, () -> dialogs.chooseFolder(recipeName)), "")
                .checked(recipe, this::missing)
                .field(
                        resultName,
                        file("larger-result", result, () -> dialogs.chooseFile(resultName, weights)),
                        texts.get("language.larger.result.hint"))
                .checked(result, this::missing)
                .field(
                        evaluationName,
                        file("larger-evaluation", evaluation, () -> dialogs.chooseFile(evaluationName, json)),
                        texts.get("language.larger.evaluation.hint"))
                .field(texts.get("language.larger.licence"), licence, "");
        form.setPrefWidth(WIDE);
        if (dialogs.form(texts.get("language.larger.take.headline"), form, texts.get("language.larger.take.verb"))) {
            String evaluated = evaluation.getText().strip();
            model.take(
                    Path.of(recipe.getText().strip()),
                    Path.of(result.getText().strip()),
                    evaluated.isEmpty() ? null : Path.of(evaluated),
                    licence.getText());
        }
    }

    private String missing(String path) {
        return path.isBlank() ? texts.get("language.larger.missing") : "";
    }

    /** The name of a file or folder, typed or chosen. */
    private HBox file(String id, TextField field, Supplier<Optional<Path>> choose) {
        field.setId(id);
        Button button = Buttons.plain(id + "-choose", texts.get("language.larger.choose"), () -> choose.get()
                .ifPresent(path -> field.setText(path.toString())));
        button.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(field, Priority.ALWAYS);
        return new HBox(8, field, button);
    }
}
