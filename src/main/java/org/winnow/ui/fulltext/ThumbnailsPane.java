package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.fulltext.reading.View;
import org.winnow.ui.fulltext.PagePictures.Key;
import org.winnow.ui.kit.Texts;

/** All pages in small; one that is clicked is gone to. */
final class ThumbnailsPane extends BorderPane {
    private static final double WIDE = 124;
    private static final double HIGH = 176;

    private final PdfModel model;
    private final Texts texts;
    private final ListView<Integer> list = new ListView<>();
    private final ObservableList<Integer> pages = FXCollections.observableArrayList();
    private final List<Cell> cells = new ArrayList<>();
    private boolean follows;

    ThumbnailsPane(PdfModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        list.setId("thumbnails");
        list.setAccessibleText(texts.get("reader.thumbnails"));
        list.getStyleClass().add("thumbnails");
        list.setFixedCellSize(HIGH + 34);
        list.setItems(pages);
        list.setCellFactory(view -> {
            Cell cell = new Cell();
            cells.add(cell);
            return cell;
        });
        setCenter(list);
        bind();
    }

    private void bind() {
        model.pdfProperty()
                .subscribe(pdf -> pages.setAll(
                        pdf == null
                                ? List.of()
                                : IntStream.rangeClosed(1, pdf.pages()).boxed().toList()));
        model.sheet().pageProperty().subscribe(page -> {
            int at = page.intValue() - 1;
            if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
                follows = true;
                list.getSelectionModel().clearAndSelect(at);
                list.scrollTo(Math.max(0, at - 1));
                follows = false;
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(page -> {
            if (page != null && !follows) {
                model.sheet().goTo(page);
            }
        });
        model.thumbnails().arrivals().subscribe(this::draw);
        model.nightProperty().subscribe(now -> draw());
        sceneProperty().subscribe(scene -> draw());
    }

    /** Draws what has come, and asks for what is in sight and has not. */
    private void draw() {
        List<Key> wanted = new ArrayList<>();
        if (getScene() != null) {
            for (Cell cell : cells) {
                Key key = cell.draw();
                if (key != null) {
                    wanted.add(key);
                }
            }
        }
        model.thumbnails().want(wanted, List.of());
        model.stir();
    }

    private final class Cell extends ListCell<Integer> {
        private final ImageView picture = new ImageView();
        private final Label number = new Label();
        private final StackPane frame = new StackPane(picture);
        private final VBox box;

        Cell() {
            frame.getStyleClass().add("thumbnail");
            picture.setPreserveRatio(true);
            picture.setFitWidth(WIDE);
            picture.setFitHeight(HIGH);
            number.getStyleClass().add("muted");
            box = new VBox(2, frame, number);
            box.setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(@Nullable Integer page, boolean empty) {
            super.updateItem(page, empty);
            setGraphic(empty || page == null ? null : box);
            setAccessibleText(empty || page == null ? "" : texts.get("reader.page") + " " + page);
            number.setText(page == null ? "" : page.toString());
            ThumbnailsPane.this.draw();
        }

        /** The picture that it shows or waits for, or null where it shows no page. */
        @Nullable
        Key draw() {
            Integer page = getItem();
            PageLayout layout = model.sheet().layoutProperty().get();
            if (page == null || isEmpty() || page > layout.pages()) {
                picture.setImage(null);
                return null;
            }
            PageSize size = layout.size(page);
            double ratio = Math.max(
                    1,
                    getScene().getWindow() == null ? 1 : getScene().getWindow().getRenderScaleX());
            double fit = Math.min(WIDE / size.width(), HIGH / size.height());
            float scale = (float) (fit * ratio);
            frame.setMinSize(fit * size.width() + 2, fit * size.height() + 2);
            frame.setMaxSize(fit * size.width() + 2, fit * size.height() + 2);
            View view = new View(page, scale, 0);
            Key key = new Key(view, view.whole(size), model.nightProperty().get());
            picture.setImage(model.thumbnails().get(key));
            return key;
        }
    }
}
