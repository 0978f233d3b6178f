package org.winnow.ui.fulltext;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.ui.fulltext.PageLayout.Place;

/** How large the pages are drawn, how they lie, and which part of them is seen. Lengths are pixels of the window. */
final class SheetModel {
    /** What the size follows. */
    enum Fit {
        WIDTH,
        PAGE,
        FREE
    }

    /** Pixels that a point has at 100 %. */
    static final double POINT = 96.0 / 72;

    private static final double[] STEPS = {
        0.1, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 6, 8
    };
    /** A page is the current one when it lies at this share of the height of the window. */
    private static final double EYE = 0.3;
    /** What stays in sight when a screenful is turned over. */
    private static final double KEPT = 40;

    private final ReadOnlyObjectWrapper<PageLayout> layout =
            new ReadOnlyObjectWrapper<>(new PageLayout(List.of(), 0, 1, 1));
    private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(Fit.WIDTH);
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyDoubleWrapper x = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper y = new ReadOnlyDoubleWrapper();
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private List<PageSize> sizes = List.of();
    private int turns;
    private int abreast = 1;
    private double width = 1;
    private double height = 1;

    ReadOnlyObjectProperty<PageLayout> layoutProperty() {
        return layout.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Fit> fitProperty() {
        return fit.getReadOnlyProperty();
    }

    /** 1 for 100 %. */
    ReadOnlyDoubleProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** What lies left of the window. */
    ReadOnlyDoubleProperty xProperty() {
        return x.getReadOnlyProperty();
    }

    /** What lies above the window. */
    ReadOnlyDoubleProperty yProperty() {
        return y.getReadOnlyProperty();
    }

    /** The page that is read now, from 1; 0 where there is none. */
    ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    int abreast() {
        return abreast;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Other pages: from the first of them on. */
    void show(List<PageSize> now) {
        sizes = List.copyOf(now);
        turns = 0;
        lay();
        scrollTo(0, 0);
    }

    /** More is known of the sizes of the same pages; what is read stays where it is. */
    void correct(List<PageSize> now) {
        if (!sizes.equals(now)) {
            keeping(width / 2, 0, () -> sizes = List.copyOf(now));
        }
    }

    /** The window has another size. */
    void resize(double wide, double high) {
        if (wide != width || high != height) {
            keeping(0, 0, () -> {
                width = Math.max(1, wide);
                height = Math.max(1, high);
            });
        }
    }

    void fit(Fit now) {
        keeping(width / 2, 0, () -> fit.set(now));
    }

    /** @param now 1 for 100 % */
    void zoom(double now) {
        zoom(now, width / 2, height * EYE);
    }

    /** Zooms so that what is seen at a place of the window stays there. */
    void zoom(double now, double atX, double atY) {
        keeping(atX, atY, () -> {
            fit.set(Fit.FREE);
            zoom.set(Math.clamp(now, STEPS[0], STEPS[STEPS.length - 1]));
        });
    }

    void zoomIn() {
        for (double step : STEPS) {
            if (step > zoom.get() * 1.01) {
                zoom(step);
                return;
            }
        }
    }

    void zoomOut() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < zoom.get() * 0.99) {
                zoom(STEPS[i]);
                return;
            }
        }
    }

    /** A quarter turn clockwise. */
    void turn() {
        int now = page.get();
        turns = (turns + 1) % 4;
        lay();
        goTo(now);
    }

    /** @param pages beside each other, 1 or 2 */
    void abreast(int pages) {
        int now = page.get();
        abreast = pages;
        lay();
        goTo(now);
    }

    private void keeping(double atX, double atY, Runnable change) {
        PageLayout before = layout.get();
        if (before.pages() == 0) {
            change.run();
            lay();
            return;
        }
        int at = before.pageAt(y.get() + atY);
        Place was = before.place(at);
        double left = x.get() - inset(before);
        double across = (left + atX - was.x()) / was.width();
        double down = (y.get() + atY - was.y()) / was.height();
        change.run();
        lay();
        Place is = layout.get().place(at);
        // The gap between pages does not grow with them.
        double within = down < 0 ? down * was.height() : down * is.height();
        scrollTo(is.x() + across * is.width() - atX + inset(layout.get()), is.y() + within - atY);
    }

    /** How far a sheet that is narrower than the window stands in from its left. */
    double inset(PageLayout of) {
        return Math.max(0, (width - of.width()) / 2);
    }

    private void lay() {
        if (!sizes.isEmpty()) {
            double wide = PageLayout.fittingWidth(sizes, turns, abreast, width) / POINT;
            switch (fit.get()) {
                case WIDTH -> zoom.set(Math.clamp(wide, STEPS[0], STEPS[STEPS.length - 1]));
                case PAGE -> zoom.set(Math.clamp(Math.min(wide, fittingHeight()), STEPS[0], STEPS[STEPS.length - 1]));
                case FREE -> {}
            }
        }
        layout.set(new PageLayout(sizes, turns, abreast, zoom.get() * POINT));
        scrollTo(x.get(), y.get());
    }

    private double fittingHeight() {
        PageSize size = sizes.get(Math.max(0, page.get() - 1)).turned(turns);
        return (height - 2 * PageLayout.GAP) / size.height() / POINT;
    }

    void scrollTo(double toX, double toY) {
        PageLayout now = layout.get();
        x.set(Math.clamp(toX, 0, Math.max(0, now.width() - width)));
        y.set(Math.clamp(toY, 0, Math.max(0, now.height() - height)));
        boolean end = y.get() > 0 && y.get() >= now.height() - height - 1;
        boolean seen = now.pages() > 0 && end && now.place(now.pages()).y() > y.get();
        page.set(now.pages() == 0 ? 0 : seen ? now.lastAbove(now.height()) : now.pageAt(y.get() + EYE * height));
    }

    void scrollBy(double dx, double dy) {
        scrollTo(x.get() + dx, y.get() + dy);
    }

    /** @param screens 1 for the next screenful, -1 for the one before */
    void turnOver(int screens) {
        scrollBy(0, screens * Math.max(KEPT, height - KEPT));
    }

    /** The top of a page; of one that is not there, of the first or the last. */
    void goTo(int to) {
        goTo(to, 0);
    }

    /** @param down points from the top of the page as it asks to be seen */
    void goTo(int to, float down) {
        PageLayout now = layout.get();
        if (now.pages() > 0) {
            int known = Math.clamp(to, 1, now.pages());
            double within = turns == 0 ? down * now.scale() : 0;
            scrollTo(x.get(), now.place(known).y() + within - PageLayout.GAP);
        }
    }

    /** Scrolls as little as is needed to see a part of a page; where none of it was seen, it comes to where one looks. */
    void reveal(int on, Box part) {
        PageLayout now = layout.get();
        Place place = now.place(on);
        Box turned = now.size(on).turned(part, turns);
        double top = place.y() + turned.y() * now.scale();
        double bottom = place.y() + turned.bottom() * now.scale();
        double left = place.x() + turned.x() * now.scale();
        double right = place.x() + turned.right() * now.scale();
        double toY = top < y.get() + PageLayout.GAP || bottom > y.get() + height - PageLayout.GAP
                ? top - EYE * height
                : y.get();
        double toX = left < x.get() || right > x.get() + width ? left - width / 4 : x.get();
        scrollTo(toX, toY);
    }
}
