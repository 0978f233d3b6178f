package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.View;
import org.winnow.ui.fulltext.PageContents.Content;
import org.winnow.ui.fulltext.PageLayout.Place;
import org.winnow.ui.fulltext.PagePictures.Key;
import org.winnow.ui.kit.Texts;

/** The pages below each other. Only those in sight are nodes of the window; pictures are as sharp as the screen is. */
final class PagesView extends Region {
    private static final double BAR = 14;
    private static final PseudoClass NIGHT = PseudoClass.getPseudoClass("night");

    private final PdfModel model;
    private final SheetModel sheet;
    private final PageMarks marks;
    private final LinkDoor door;
    private final Texts texts;
    private final Pane pages = new Pane();
    private final ScrollBar down = new ScrollBar();
    private final ScrollBar across = new ScrollBar();
    private final Map<Integer, PageNode> shown = new HashMap<>();
    private boolean follows;
    /** Rises whenever something else is marked. */
    private int edition;

    PagesView(ReaderModel reader, LinkDoor door, Texts texts) {
        this.model = reader.file().pdf();
        this.sheet = model.sheet();
        this.marks = new PageMarks(reader);
        this.door = door;
        this.texts = texts;
        setId("pages");
        getStyleClass().add("pdf-pages");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SCROLL_PANE);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        down.setOrientation(Orientation.VERTICAL);
        down.setId("pages-down");
        across.setId("pages-across");
        getChildren().addAll(pages, down, across);
        bind(reader);
        new PagesMouse(this, model, sheet, reader.marks()).listen(pages);
        setOnKeyPressed(new PagesKeys(model)::pressed);
    }

    private void bind(ReaderModel reader) {
        widthProperty().subscribe(this::resized);
        heightProperty().subscribe(this::resized);
        sheet.layoutProperty().subscribe(this::old);
        model.contents().arrivals().subscribe(this::requestLayout);
        reader.termsProperty().subscribe(this::old);
        model.selection().stretchProperty().subscribe(this::old);
        model.find().currentProperty().subscribe(this::old);
        model.find().hits().addListener((Observable o) -> old());
        reader.search().currentProperty().subscribe(this::old);
        reader.marks().marks().addListener((Observable o) -> old());
        reader.marks().chosenProperty().subscribe(this::old);
        reader.marks().bandProperty().subscribe(this::old);
        sheet.xProperty().subscribe(this::moved);
        sheet.yProperty().subscribe(this::moved);
        model.pictures().arrivals().subscribe(this::requestLayout);
        model.nightProperty().subscribe(now -> {
            pseudoClassStateChanged(NIGHT, now);
            requestLayout();
        });
        down.valueProperty().subscribe(value -> scrolled());
        across.valueProperty().subscribe(value -> scrolled());
        sheet.pageProperty()
                .subscribe(page -> setAccessibleText(texts.get(
                        "reader.pages", page, sheet.layoutProperty().get().pages())));
    }

    private void resized() {
        sheet.resize(getWidth() - BAR, getHeight());
        requestLayout();
    }

    /** The caret moved, or something else is marked. */
    void old() {
        edition++;
        requestLayout();
    }

    private void moved() {
        requestLayout();
    }

    private void scrolled() {
        if (!follows) {
            sheet.scrollTo(across.getValue(), down.getValue());
        }
    }

    /** How many pixels of the screen one of the window has. */
    private double ratio() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : Math.max(1, window.getRenderScaleX());
    }

    @Override
    protected void layoutChildren() {
        PageLayout layout = sheet.layoutProperty().get();
        double ratio = ratio();
        double left = sheet.inset(layout) - sheet.xProperty().get();
        double top = -sheet.yProperty().get();
        int first = layout.pages() == 0 ? 1 : layout.pageAt(-top);
        int last = layout.pages() == 0 ? 0 : layout.lastAbove(-top + sheet.height());
        List<Key> wanted = new ArrayList<>();
        shown.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey() < first || entry.getKey() > last;
            if (gone) {
                if (entry.getValue().isFocusWithin()) {
                    // A link that led away had it.
                    requestFocus();
                }
                pages.getChildren().remove(entry.getValue());
            }
            return gone;
        });
        for (int page = first; page <= last; page++) {
            Place place = layout.place(page);
            PageNode node = shown.computeIfAbsent(page, this::add);
            node.resizeRelocate(
                    snapped(left + place.x(), ratio), snapped(top + place.y(), ratio), place.width(), place.height());
            List<Key> keys = keys(layout, page, place, ratio);
            node.picture(keys, place, ratio);
            wanted.addAll(keys);
            Content content = model.contents().get(page);
            if (content != null && node.isOld(layout, content, edition)) {
                node.mark(layout, content, edition, marks.on(content.text()));
            }
        }
        want(layout, first, last, wanted, ratio);
        bars(layout);
    }

    private PageNode add(int page) {
        PageNode node = new PageNode(page, model, door, texts);
        node.setManaged(false);
        pages.getChildren().add(node);
        return node;
    }

    private static double snapped(double length, double ratio) {
        return Math.round(length * ratio) / ratio;
    }

    /** The pictures of what is seen of a page. */
    private List<Key> keys(PageLayout layout, int page, Place place, double ratio) {
        View view = new View(page, (float) (layout.scale() * ratio), layout.turns());
        double x = Math.max(0, sheet.xProperty().get() - sheet.inset(layout) - place.x());
        double y = Math.max(0, sheet.yProperty().get() - place.y());
        View.Part seen =
                new View.Part((int) (x * ratio), (int) (y * ratio), (int) Math.ceil(sheet.width() * ratio), (int)
                        Math.ceil(sheet.height() * ratio));
        return PagePictures.of(
                view, layout.size(page), seen, model.nightProperty().get());
    }

    /** Asks for what is seen, and then for the pages before and behind, so that scrolling finds them there. */
    private void want(PageLayout layout, int first, int last, List<Key> seen, double ratio) {
        List<Integer> near = new ArrayList<>();
        for (int page = first; page <= last; page++) {
            near.add(page);
        }
        List<Key> next = new ArrayList<>();
        for (int page : new int[] {last + 1, first - 1, last + 2}) {
            if (page >= 1 && page <= layout.pages() && last > 0) {
                near.add(page);
                List<Key> keys = PagePictures.of(
                        new View(page, (float) (layout.scale() * ratio), layout.turns()),
                        layout.size(page),
                        new View.Part(0, 0, 1, 1),
                        model.nightProperty().get());
                next.addAll(keys);
            }
        }
        model.pictures().want(seen, next);
        model.contents().want(near);
        model.stir();
    }

    private void bars(PageLayout layout) {
        follows = true;
        fit(down, layout.height(), sheet.height(), sheet.yProperty().get());
        fit(across, layout.width(), sheet.width(), sheet.xProperty().get());
        follows = false;
        down.resizeRelocate(getWidth() - BAR, 0, BAR, getHeight());
        across.resizeRelocate(0, getHeight() - BAR, getWidth() - BAR, BAR);
        across.setVisible(layout.width() > sheet.width() + 1);
        pages.resizeRelocate(0, 0, getWidth() - BAR, getHeight());
    }

    private static void fit(ScrollBar bar, double whole, double seen, double at) {
        double most = Math.max(0, whole - seen);
        bar.setMax(most);
        bar.setVisibleAmount(whole <= 0 ? most : most * Math.min(1, seen / whole));
        bar.setUnitIncrement(40);
        bar.setBlockIncrement(Math.max(1, seen - 40));
        bar.setValue(at);
        bar.setDisable(most == 0);
    }

    /** The page at a place of the view, or null between pages. */
    @Nullable
    PageNode nodeAt(double x, double y) {
        return shown.values().stream()
                .filter(node -> node.getBoundsInParent().contains(x, y))
                .findFirst()
                .orElse(null);
    }

    /** The page that is nearest to a place of the view, or null where there is none. */
    @Nullable
    PageNode nearest(double x, double y) {
        PageNode best = null;
        double distance = Double.MAX_VALUE;
        for (PageNode node : shown.values()) {
            double dx = Math.max(0, Math.max(node.getLayoutX() - x, x - node.getLayoutX() - node.getWidth()));
            double dy = Math.max(0, Math.max(node.getLayoutY() - y, y - node.getLayoutY() - node.getHeight()));
            if (dx + dy < distance) {
                distance = dx + dy;
                best = node;
            }
        }
        return best;
    }
}
