package org.winnow.ui.dfllm;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.llm.Consent;
import org.winnow.llm.Endpoint;
import org.winnow.llm.Machine;
import org.winnow.llm.Sending;
import org.winnow.model.UserException;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Choices;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Texts;

/** Who answers: the papers' own sentences, or a language model that the review lets be asked; and the form that lets it. */
final class ModelBar extends HBox {
    private static final double WIDEST = 210;
    /** Ollama's. */
    private static final String USUAL = "http://localhost:11434";

    private final ModelChoice choice;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ChoiceBox<@Nullable Consent> who = new ChoiceBox<>();
    private final Label where = Labels.muted("");
    private boolean showing;

    ModelBar(ModelChoice choice, Texts texts, Dialogs dialogs) {
        super(8);
        this.choice = choice;
        this.texts = texts;
        this.dialogs = dialogs;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("model-bar");
        who.setId("language-who");
        who.setAccessibleText(texts.get("language.model.who"));
        who.setConverter(Choices.words((Consent c) -> c.endpoint().model(), texts.get("language.model.none")));
        who.setMinWidth(USE_PREF_SIZE);
        who.setMaxWidth(WIDEST);
        Label label = new Label(texts.get("language.model.who"));
        label.setLabelFor(who);
        label.setMinWidth(USE_PREF_SIZE);
        where.setMinWidth(0);
        HBox.setHgrow(where, Priority.ALWAYS);
        where.setMaxWidth(Double.MAX_VALUE);
        Button allow = Buttons.withIcon(
                "language-allow", texts.get("language.model.allow"), Feather.PLUS, () -> ask(USUAL, ""));
        Button forbid = Buttons.plain("language-forbid", texts.get("language.model.forbid"), this::forbid);
        forbid.setMinWidth(USE_PREF_SIZE);
        allow.setMinWidth(USE_PREF_SIZE);
        choice.chosenProperty().subscribe(now -> {
            forbid.setVisible(now != null);
            forbid.setManaged(now != null);
            where.setText(
                    now == null
                            ? texts.get("language.model.own")
                            : texts.get(
                                    now.endpoint().isLocal() ? "language.model.local" : "language.model.remote",
                                    now.endpoint().address()));
            show();
        });
        choice.allowedProperty().subscribe(this::show);
        who.valueProperty().addListener((o, before, now) -> {
            if (!showing) {
                choice.chosenProperty().set(now);
            }
        });
        getChildren().addAll(label, who, where, forbid, allow);
    }

    private void show() {
        showing = true;
        var all = FXCollections.<@Nullable Consent>observableArrayList();
        all.add(null);
        choice.allowedProperty().get().stream()
                .filter(c -> c.what().contains(Sending.PASSAGES))
                .forEach(all::add);
        who.setItems(all);
        who.setValue(choice.chosenProperty().get());
        showing = false;
    }

    private void forbid() {
        Consent now = choice.chosenProperty().get();
        if (now != null) {
            choice.forbid(now);
        }
    }

    /**
     * Asks whether a model may be asked.
     *
     * @param at its address, or its file
     */
    void ask(String at, String name) {
        ComboBox<String> address = new ComboBox<>(FXCollections.observableArrayList(
                USUAL, "http://localhost:8080", "http://localhost:1234", "http://localhost:8000"));
        address.setEditable(true);
        address.setId("allow-address");
        address.setValue(at);
        ComboBox<String> model = new ComboBox<>();
        model.setEditable(true);
        model.setId("allow-model");
        model.setValue(name);
        PasswordField key = new PasswordField();
        key.setId("allow-key");
        Button list = Buttons.plain(
                "allow-list",
                texts.get("language.model.list"),
                () -> choice.models(text(address), key.getText(), names -> fill(model, names)));
        HBox models = new HBox(8, model, list);
        HBox.setHgrow(model, Priority.ALWAYS);
        model.setMaxWidth(Double.MAX_VALUE);
        list.setMinWidth(USE_PREF_SIZE);
        Label fits = Labels.wrapped("", "muted", "hint");
        fits.setId("allow-fits");
        Runnable look = () -> choice.needs(text(address), text(model), needed -> fits.setText(fits(needed)));
        model.getEditor().textProperty().subscribe(look);
        address.getEditor().textProperty().subscribe(look);
        Map<Sending, CheckBox> sent = sent();
        Form form = new Form()
                .field(texts.get("language.model.address"), address, texts.get("language.model.address.hint"))
                .checked(address.getEditor(), this::wrongAddress)
                .field(texts.get("language.model.name"), new VBox(4, models, fits), "")
                .checked(model.getEditor(), t -> t.isBlank() ? texts.get("language.model.name.missing") : "")
                .field(texts.get("language.model.key"), key, texts.get("language.model.key.hint"))
                .field(texts.get("language.model.sent"), sent(sent), "");
        form.setPrefWidth(600);
        if (dialogs.form(texts.get("language.model.headline"), form, texts.get("language.model.verb"))) {
            Endpoint endpoint = Endpoint.of(text(address), text(model));
            choice.allow(
                    choice.consent(
                            endpoint,
                            Stream.of(Sending.values())
                                    .filter(what -> sent.get(what).isSelected())
                                    .toArray(Sending[]::new)),
                    key.getText().strip());
        }
    }

    private String fits(long needed) {
        return needed == 0
                ? ""
                : texts.get(
                        Machine.fits(needed) ? "language.model.fits" : "language.model.tooLarge",
                        gigabytes(needed),
                        gigabytes(Machine.memory()));
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) (1L << 30));
    }

    /** One to tick for each; passages are what a model here is for. */
    private Map<Sending, CheckBox> sent() {
        Map<Sending, CheckBox> boxes = new EnumMap<>(Sending.class);
        for (Sending what : Sending.values()) {
            CheckBox box = new CheckBox(texts.get("language.model." + what.key()));
            box.setId("allow-" + what.key());
            box.setWrapText(true);
            box.setSelected(what == Sending.PASSAGES);
            box.setDisable(what == Sending.PASSAGES);
            boxes.put(what, box);
        }
        return boxes;
    }

    private VBox sent(Map<Sending, CheckBox> boxes) {
        VBox all = new VBox(6);
        all.getChildren().addAll(boxes.values());
        all.getChildren().add(Labels.wrapped(texts.get("language.model.never"), "muted", "hint"));
        return all;
    }

    private String wrongAddress(String address) {
        try {
            Endpoint.normalised(address);
            return "";
        } catch (UserException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void fill(ComboBox<String> model, List<String> names) {
        model.getItems().setAll(names);
        if (!names.isEmpty() && text(model).isBlank()) {
            model.setValue(names.getFirst());
        }
    }

    /** What is written there, also where Enter was not pressed. */
    private static String text(ComboBox<String> field) {
        TextField editor = field.getEditor();
        return editor.getText().strip();
    }
}
