package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.reading.PageLink;
import org.winnow.model.MarkColour;
import org.winnow.ui.fulltext.PageContents.Content;
import org.winnow.ui.fulltext.PageLayout.Place;
import org.winnow.ui.fulltext.PagePictures.Key;
import org.winnow.ui.kit.Texts;

/** One page in the window: its picture, the marks over it, and its links. */
final class PageNode extends Region {
    /** What a screen reader says of a page at most. */
    private static final int MOST_SPOKEN = 4_000;

    /**
     * Rectangles of a kind over the letters of a page.
     *
     * @param colour that somebody gave it; null where its style has one
     */
    record Mark(String style, List<Box> boxes, @Nullable MarkColour colour) {
        Mark(String style, List<Box> boxes) {
            this(style, boxes, null);
        }
    }

    /** How much of a page is seen through a highlight. */
    private static final double THROUGH = 0.42;

    private final int page;
    private final PdfModel model;
    private final LinkDoor door;
    private final Texts texts;
    private final Group pictures = new Group();
    private final Group marks = new Group();
    private final Group links = new Group();
    private @Nullable PageTrouble trouble;
    private int edition;
    private @Nullable PageLayout layout;
    private @Nullable Content linked;
    private List<Key> drawn = List.of();
    private List<@Nullable Image> images = List.of();

    PageNode(int page, PdfModel model, LinkDoor door, Texts texts) {
        this.page = page;
        this.model = model;
        this.door = door;
        this.texts = texts;
        getStyleClass().add("pdf-page");
        setId("page-" + page);
        setAccessibleRole(AccessibleRole.TEXT);
        for (Node layer : List.of(pictures, marks, links)) {
            layer.setManaged(false);
        }
        marks.setMouseTransparent(true);
        getChildren().addAll(pictures, marks, links);
    }

    int page() {
        return page;
    }

    /** Shows the pictures that have come, and until then the one before in the new size. */
    void picture(List<Key> keys, Place place, double ratio) {
        String why = model.pictures().failure(page);
        String leftOut = model.pictures().remark(page);
        if (why != null) {
            say(texts.get("reader.page.failed", page) + "\n" + why);
        } else if (leftOut != null) {
            say(texts.get("reader.page.partly", page) + "\n" + leftOut);
        }
        List<@Nullable Image> come = new ArrayList<>();
        keys.forEach(key -> come.add(model.pictures().get(key)));
        if (keys.equals(drawn) && come.equals(images)) {
            // Scrolled: the same pictures a little further on.
            return;
        }
        drawn = keys;
        images = come;
        List<Node> views = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Image image = come.get(i);
            if (image != null) {
                views.add(view(image, keys.get(i), ratio));
            }
        }
        Key first = keys.isEmpty() ? null : keys.get(0);
        Image before = come.contains(null) && first != null ? standIn(first) : null;
        if (before != null) {
            ImageView standIn = new ImageView(before);
            standIn.setFitWidth(place.width());
            standIn.setFitHeight(place.height());
            views.add(0, standIn);
        }
        pictures.getChildren().setAll(views);
    }

    /** The page in another size, else its thumbnail. */
    private @Nullable Image standIn(Key key) {
        Image before = model.pictures().standIn(page, key.view().turns(), key.night());
        return before == null ? model.thumbnails().standIn(page, key.view().turns(), key.night()) : before;
    }

    /** Made only where it is needed: every page that comes into sight while one scrolls is made within a frame. */
    private void say(String why) {
        PageTrouble shown = trouble;
        if (shown == null) {
            shown = new PageTrouble(page, door, texts);
            trouble = shown;
            getChildren().add(shown);
        }
        shown.say(why);
    }

    private static ImageView view(Image image, Key key, double ratio) {
        ImageView view = new ImageView(image);
        view.setX(key.part().x() / ratio);
        view.setY(key.part().y() / ratio);
        view.setFitWidth(key.part().width() / ratio);
        view.setFitHeight(key.part().height() / ratio);
        return view;
    }

    /** Whether its marks are others than those it shows, or lie elsewhere. */
    boolean isOld(PageLayout now, Content content, int of) {
        return layout != now || linked != content || edition != of;
    }

    /** Draws marks and links where the letters are now. */
    void mark(PageLayout now, Content content, int of, List<Mark> all) {
        edition = of;
        List<Node> rectangles = new ArrayList<>();
        for (Mark mark : all) {
            for (Box box : mark.boxes()) {
                rectangles.add(
                        mark.colour() == null
                                ? rectangle(now, box, "page-mark", mark.style())
                                : coloured(rectangle(now, box, mark.style()), mark.style(), mark.colour()));
            }
        }
        marks.getChildren().setAll(rectangles);
        if (layout != now || linked != content) {
            layout = now;
            linked = content;
            links.getChildren()
                    .setAll(content.links().stream()
                            .map(link -> link(now, link))
                            .toList());
            String text = content.text().text();
            setAccessibleText(texts.get("reader.page.text", page)
                    + " "
                    + text.substring(0, Math.min(MOST_SPOKEN, text.length())).replace('\n', ' '));
        }
    }

    private static Rectangle coloured(Rectangle rectangle, String style, MarkColour given) {
        Color colour = MarkBar.colour(given);
        switch (style) {
            case "annotation-highlight" -> rectangle.setFill(colour.deriveColor(0, 1, 1, THROUGH));
            case "annotation-area" -> {
                rectangle.setFill(Color.TRANSPARENT);
                rectangle.setStroke(colour);
            }
            default -> rectangle.setFill(colour);
        }
        return rectangle;
    }

    private Rectangle rectangle(PageLayout now, Box box, String... styles) {
        Box turned = now.size(page).turned(box, now.turns());
        double scale = now.scale();
        Rectangle rectangle =
                new Rectangle(turned.x() * scale, turned.y() * scale, turned.width() * scale, turned.height() * scale);
        rectangle.getStyleClass().addAll(styles);
        return rectangle;
    }

    private Node link(PageLayout now, PageLink link) {
        Rectangle area = rectangle(now, link.box(), "page-mark", "page-link");
        area.setFocusTraversable(true);
        area.setAccessibleRole(AccessibleRole.HYPERLINK);
        area.setAccessibleText(link.page() > 0 ? texts.get("reader.link.page", link.page()) : link.address());
        area.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
                door.follow(link);
            }
        });
        area.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                e.consume();
                door.follow(link);
            }
        });
        return area;
    }

    @Override
    protected void layoutChildren() {
        if (trouble == null) {
            return;
        }
        double width = Math.min(420, getWidth() - 32);
        double height = trouble.prefHeight(width);
        trouble.resizeRelocate((getWidth() - width) / 2, 16, width, height);
    }
}
