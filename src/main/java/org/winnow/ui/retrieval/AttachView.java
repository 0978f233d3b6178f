package org.winnow.ui.retrieval;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.fulltext.Attaching.Unmatched;
import org.winnow.fulltext.reading.Picture;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.Dialogs;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.PasswordForm;
import org.winnow.ui.kit.Texts;
import org.winnow.ui.kit.WindowKeys;
import org.winnow.ui.retrieval.AttachModel.Candidate;

/** Files that nobody can place but a person: the first page beside the records that it may belong to. */
final class AttachView extends BorderPane {
    private final AttachModel model;
    private final Texts texts;
    private final Dialogs dialogs;
    private final ListView<Unmatched> files = new ListView<>();
    private final ImageView picture = new ImageView();
    private final Label name = Labels.wrapped("", "heading");
    private final Label reason = Labels.wrapped("", "muted");
    private final TextField search = new TextField();
    private final VBox candidates = new VBox(8);
    private final Button unlock;
    private final SplitPane split = new SplitPane();
    private final Node nothing;

    AttachView(AttachModel model, Texts texts, Dialogs dialogs, Node... waysIn) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
        this.nothing = new EmptyState(
                "attach-empty",
                Feather.CHECK_CIRCLE,
                texts.get("attach.none.headline"),
                texts.get("attach.none.sentence"),
                waysIn);
        this.unlock = Buttons.primary("attach-unlock", texts.get("attach.unlock"), () -> askPassword(false));
        split.getItems().addAll(list(), page(), answers());
        split.setDividerPositions(0.2, 0.6);
        bind();
        new WindowKeys(this, this::command);
    }

    private Node list() {
        files.setId("attach-files");
        files.setAccessibleText(texts.get("attach.files"));
        files.setItems(model.waiting());
        files.setMinWidth(120);
        files.getStyleClass().add("record-list");
        files.setCellFactory(v -> new FileCell());
        files.getSelectionModel().selectedItemProperty().subscribe(file -> {
            if (file != null) {
                model.show(file);
            }
        });
        return files;
    }

    /** Long names are cut in the middle: their ends tell them apart. */
    private static final class FileCell extends ListCell<Unmatched> {
        FileCell() {
            setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Unmatched file, boolean empty) {
            super.updateItem(file, empty);
            String name =
                    file == null || empty ? null : String.valueOf(file.file().getFileName());
            setText(name);
            setTooltip(name == null ? null : new Tooltip(name));
        }
    }

    private Node page() {
        picture.setId("attach-picture");
        picture.setAccessibleText(texts.get("attach.picture"));
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        StackPane frame = new StackPane(picture);
        frame.getStyleClass().add("first-page");
        ScrollPane scroll = new ScrollPane(frame);
        scroll.setMinWidth(200);
        scroll.setPannable(true);
        scroll.getStyleClass().add("record-page");
        picture.fitWidthProperty().bind(scroll.widthProperty().subtract(42));
        return scroll;
    }

    private Node answers() {
        search.setId("attach-search");
        search.setPromptText(texts.get("attach.search"));
        search.setAccessibleText(texts.get("attach.search"));
        search.textProperty().subscribe(model::search);
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                search.clear();
                files.requestFocus();
            }
        });
        candidates.setId("attach-candidates");
        Button out = Buttons.plain("attach-leave-out", texts.get("attach.leaveOut"), model::leaveOut);
        VBox column = new VBox(10, name, reason, unlock, search, candidates, keyed("S", out));
        column.getStyleClass().add("record-card");
        ScrollPane scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        scroll.setMinWidth(240);
        scroll.getStyleClass().add("record-page");
        return scroll;
    }

    private void bind() {
        model.waiting().addListener((ListChangeListener<Unmatched>) change -> choose());
        model.frontProperty().subscribe(this::show);
        model.wrongProperty().subscribe(file -> {
            if (file != null) {
                // Later: a dialog waits, and others have yet to hear of the file.
                Platform.runLater(() -> askPassword(true));
            }
        });
        model.pictureProperty().subscribe(this::draw);
        model.candidates().addListener((ListChangeListener<Candidate>) change -> list(model.candidates()));
        choose();
    }

    private void askPassword(boolean wrong) {
        Unmatched file = model.frontProperty().get();
        if (file != null && file.locked()) {
            PasswordForm.ask(dialogs, texts, String.valueOf(file.file().getFileName()), wrong)
                    .ifPresent(model::unlock);
        }
    }

    private void choose() {
        setCenter(model.waiting().isEmpty() ? nothing : split);
    }

    private void show(@Nullable Unmatched file) {
        search.clear();
        name.setText(file == null ? "" : String.valueOf(file.file().getFileName()));
        reason.setText(file == null ? "" : file.reason());
        unlock.setVisible(file != null && file.locked());
        unlock.setManaged(unlock.isVisible());
        search.setVisible(!unlock.isVisible());
        search.setManaged(search.isVisible());
        if (file != null && files.getSelectionModel().getSelectedItem() != file) {
            files.getSelectionModel().select(file);
        }
    }

    private void draw(@Nullable Picture page) {
        if (page == null) {
            picture.setImage(null);
            return;
        }
        WritableImage image = new WritableImage(page.width(), page.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        page.width(),
                        page.height(),
                        PixelFormat.getIntArgbInstance(),
                        page.pixels(),
                        0,
                        page.width());
        picture.setImage(image);
    }

    private void list(java.util.List<? extends Candidate> all) {
        candidates.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            candidates.getChildren().add(card(i, all.get(i)));
        }
        Unmatched file = model.frontProperty().get();
        if (all.isEmpty() && file != null && !file.locked()) {
            candidates.getChildren().add(Labels.wrapped(texts.get("attach.noCandidate"), "muted"));
        }
    }

    private Node card(int number, Candidate candidate) {
        Button here = Buttons.plain("attach-to-" + (number + 1), texts.get("attach.here"), () -> model.place(number));
        HBox head = keyed(Integer.toString(number + 1), here);
        VBox card = new VBox(
                4,
                Labels.wrapped(candidate.title()),
                Labels.wrapped(candidate.detail(), "muted"),
                Labels.wrapped(candidate.why(), "muted"),
                head);
        card.getChildren()
                .removeIf(n -> n instanceof Label label && label.getText().isEmpty());
        card.getStyleClass().add("card");
        VBox.setVgrow(card, Priority.NEVER);
        return card;
    }

    private static HBox keyed(String key, Button button) {
        HBox line = new HBox(8, button, Labels.key(key));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private @Nullable Runnable command(KeyCode key) {
        if (model.frontProperty().get() == null) {
            return null;
        }
        if (key.isDigitKey() && !key.getName().endsWith("0")) {
            int number = key.getName().charAt(key.getName().length() - 1) - '1';
            return () -> model.place(number);
        }
        return switch (key) {
            case S -> model::leaveOut;
            case SLASH -> search::requestFocus;
            case J, RIGHT -> () -> files.getSelectionModel().selectNext();
            case K, LEFT -> () -> files.getSelectionModel().selectPrevious();
            default -> null;
        };
    }
}
