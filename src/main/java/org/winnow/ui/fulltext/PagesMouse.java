package org.winnow.ui.fulltext;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.model.AnnotationKind;
import org.winnow.ui.fulltext.MarksModel.Band;
import org.winnow.ui.fulltext.PageContents.Content;

/** What the mouse does on the pages: scrolls, zooms, and selects letters, words and lines. */
final class PagesMouse {
    /** Of an area, in points; less is a slip of the hand. */
    private static final float SMALLEST = 4;

    private final PagesView view;
    private final PdfModel model;
    private final SheetModel sheet;
    private final MarksModel marks;
    private @Nullable Band from;

    PagesMouse(PagesView view, PdfModel model, SheetModel sheet, MarksModel marks) {
        this.view = view;
        this.model = model;
        this.sheet = sheet;
        this.marks = marks;
    }

    void listen(Node pages) {
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(ZoomEvent.ZOOM, e -> zoom(e.getZoomFactor(), e.getX(), e.getY()));
        pages.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        pages.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        pages.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        pages.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        pages.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
    }

    private void scroll(ScrollEvent e) {
        e.consume();
        if (e.isShortcutDown()) {
            zoom(Math.pow(1.0015, e.getDeltaY()), e.getX(), e.getY());
        } else if (e.isShiftDown() && e.getDeltaX() == 0) {
            sheet.scrollBy(-e.getDeltaY(), 0);
        } else {
            sheet.scrollBy(-e.getDeltaX(), -e.getDeltaY());
        }
    }

    private void zoom(double factor, double x, double y) {
        sheet.zoom(sheet.zoomProperty().get() * factor, x, y);
    }

    private void pressed(MouseEvent e) {
        view.requestFocus();
        Spot at = spot(e.getX(), e.getY());
        if (e.getButton() != MouseButton.PRIMARY || at == null) {
            return;
        }
        if (marks.toolProperty().get() != null) {
            PageNode node = view.nodeAt(e.getX(), e.getY());
            from = node == null ? null : new Band(node.page(), point(node, e.getX(), e.getY()));
            return;
        }
        if (e.isShiftDown()) {
            model.selection().extend(at);
        } else if (e.getClickCount() == 2) {
            model.selection().word(at);
        } else if (e.getClickCount() == 3) {
            model.selection().line(at);
        } else {
            model.selection().begin(at);
        }
        view.old();
    }

    private void dragged(MouseEvent e) {
        if (e.getButton() != MouseButton.PRIMARY || e.getClickCount() > 1) {
            return;
        }
        Band begun = from;
        if (begun != null) {
            marks.bandProperty().set(band(begun, e));
            return;
        }
        double above = Math.min(0, e.getY());
        double below = Math.max(0, e.getY() - view.getHeight());
        sheet.scrollBy(0, (above + below) / 2);
        Spot at = spot(e.getX(), Math.clamp(e.getY(), 0, Math.max(0, view.getHeight())));
        if (at != null) {
            model.selection().extend(at);
            view.old();
        }
    }

    /** The part of the page between where the mouse was pressed and where it is. */
    private Band band(Band begun, MouseEvent e) {
        PageNode node = view.nodeAt(e.getX(), e.getY());
        return node == null || node.page() != begun.page()
                ? begun
                : new Band(begun.page(), begun.box().with(point(node, e.getX(), e.getY())));
    }

    private void released(MouseEvent e) {
        Band begun = from;
        from = null;
        AnnotationKind kind = marks.toolProperty().get();
        Content content = begun == null ? null : model.contents().get(begun.page());
        if (begun == null || kind == null || content == null) {
            return;
        }
        Box box = band(begun, e).box();
        marks.bandProperty().set(null);
        if (kind == AnnotationKind.NOTE) {
            marks.place(kind, content.text(), new Box(box.x(), box.y(), MarksModel.NOTE, MarksModel.NOTE));
        } else if (box.width() > SMALLEST && box.height() > SMALLEST) {
            marks.place(kind, content.text(), box);
        }
    }

    /** A mark that is clicked is the one that is looked at. */
    private void clicked(MouseEvent e) {
        PageNode node = view.nodeAt(e.getX(), e.getY());
        Content content = node == null ? null : model.contents().get(node.page());
        if (node != null && content != null && e.isStillSincePress() && e.getClickCount() == 1) {
            Box point = point(node, e.getX(), e.getY());
            marks.look(marks.at(content.text(), point.x(), point.y()));
        }
    }

    private void hover(MouseEvent e) {
        PageNode node = view.nodeAt(e.getX(), e.getY());
        Content content = node == null ? null : model.contents().get(node.page());
        boolean text = false;
        if (node != null && content != null) {
            Box point = point(node, e.getX(), e.getY());
            text = content.text().onText(point.x(), point.y());
        }
        boolean places = marks.toolProperty().get() != null;
        view.setCursor(places ? Cursor.CROSSHAIR : text ? Cursor.TEXT : Cursor.DEFAULT);
    }

    /** The gap between letters that is meant by a place of the view, or null where no page is known there. */
    private @Nullable Spot spot(double x, double y) {
        PageNode node = view.nearest(x, y);
        Content content = node == null ? null : model.contents().get(node.page());
        if (node == null || content == null) {
            return null;
        }
        Box point = point(node, x, y);
        return new Spot(node.page(), content.text().nearest(point.x(), point.y()));
    }

    /** A place of the view in points of the page as it asks to be seen. */
    private Box point(PageNode node, double x, double y) {
        PageLayout layout = sheet.layoutProperty().get();
        PageSize turned = layout.size(node.page()).turned(layout.turns());
        Box seen = new Box(
                (float) ((x - node.getLayoutX()) / layout.scale()),
                (float) ((y - node.getLayoutY()) / layout.scale()),
                0,
                0);
        return turned.turned(seen, (4 - layout.turns()) % 4);
    }
}
