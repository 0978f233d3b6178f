package org.winnow.ui.fulltext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.winnow.fulltext.layout.Box;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.ui.fulltext.PageLayout.Place;
import org.winnow.ui.fulltext.SheetModel.Fit;

/** How pages lie and what is seen of them, without a window. */
class SheetModelTest {
    private static final PageSize A4 = new PageSize(595, 842);

    private static SheetModel sheet(int pages) {
        SheetModel sheet = new SheetModel();
        sheet.resize(800, 600);
        sheet.show(Collections.nCopies(pages, A4));
        return sheet;
    }

    @Test
    void pagesFitTheWidthAndGoOnFittingIt() {
        SheetModel sheet = sheet(10);
        assertThat(place(sheet, 1).width()).isCloseTo(800 - 2 * PageLayout.GAP, within(0.01));
        sheet.resize(500, 600);
        assertThat(place(sheet, 1).width()).isCloseTo(500 - 2 * PageLayout.GAP, within(0.01));
        sheet.fit(Fit.PAGE);
        assertThat(place(sheet, 1).height()).isCloseTo(600 - 2 * PageLayout.GAP, within(0.01));
    }

    @Test
    void aPageThatIsGoneToIsTheCurrentOneAlsoTheLastAndThoseThatAreNotThere() {
        SheetModel sheet = sheet(2_000);
        for (int page : new int[] {1, 2, 999, 2_000}) {
            sheet.goTo(page);
            assertThat(sheet.pageProperty().get()).isEqualTo(page);
        }
        sheet.goTo(5_000);
        assertThat(sheet.pageProperty().get()).isEqualTo(2_000);
        sheet.goTo(-3);
        assertThat(sheet.pageProperty().get()).isEqualTo(1);
    }

    @Test
    void zoomingKeepsThePageAndThePlaceUnderTheMouse() {
        SheetModel sheet = sheet(50);
        sheet.goTo(20, 400);
        double before = (sheet.yProperty().get() + 100 - place(sheet, 20).y())
                / place(sheet, 20).height();
        sheet.zoom(3, 400, 100);
        double after = (sheet.yProperty().get() + 100 - place(sheet, 20).y())
                / place(sheet, 20).height();
        assertThat(after).isCloseTo(before, within(0.001));
        assertThat(sheet.fitProperty().get()).isEqualTo(Fit.FREE);
    }

    @Test
    void zoomGoesInStepsFromAnySizeAndEnds() {
        SheetModel sheet = sheet(3);
        sheet.zoom(1);
        sheet.zoomIn();
        assertThat(sheet.zoomProperty().get()).isEqualTo(1.1);
        sheet.zoomOut();
        sheet.zoomOut();
        assertThat(sheet.zoomProperty().get()).isEqualTo(0.9);
        for (int i = 0; i < 40; i++) {
            sheet.zoomIn();
        }
        assertThat(sheet.zoomProperty().get()).isEqualTo(8);
    }

    @Test
    void turnedAndPairedPagesStayAtThePageThatWasRead() {
        SheetModel sheet = sheet(40);
        sheet.goTo(17);
        sheet.turn();
        assertThat(sheet.pageProperty().get()).isEqualTo(17);
        assertThat(place(sheet, 17).width()).isGreaterThan(place(sheet, 17).height());
        sheet.abreast(2);
        assertThat(sheet.pageProperty().get()).isEqualTo(17);
        assertThat(place(sheet, 18).y()).isEqualTo(place(sheet, 17).y());
        assertThat(place(sheet, 18).x())
                .isGreaterThan(place(sheet, 17).x() + place(sheet, 17).width());
    }

    @Test
    void whatIsLearntOfTheSizesOfEarlierPagesLeavesTheReaderWhereTheyWere() {
        SheetModel sheet = sheet(100);
        sheet.goTo(60, 200);
        double before = place(sheet, 60).y() - sheet.yProperty().get();
        List<PageSize> sizes = new ArrayList<>(Collections.nCopies(100, A4));
        for (int i = 0; i < 30; i++) {
            sizes.set(i, new PageSize(500, 500));
        }
        sheet.correct(sizes);
        assertThat(place(sheet, 60).y() - sheet.yProperty().get()).isCloseTo(before, within(0.01));
    }

    @Test
    void aPlaceThatIsRevealedIsSeenAndOneInSightMovesNothing() {
        SheetModel sheet = sheet(30);
        Box box = new Box(100, 700, 80, 12);
        sheet.reveal(12, box);
        double top = place(sheet, 12).y()
                + 700 * sheet.layoutProperty().get().scale()
                - sheet.yProperty().get();
        assertThat(top).isBetween(0.0, 600.0);
        double y = sheet.yProperty().get();
        sheet.reveal(12, box);
        assertThat(sheet.yProperty().get()).isEqualTo(y);
    }

    /** Every place of the sheet belongs to the page that is found there, and no pages overlap. */
    @Property(tries = 200)
    void pagesAreFoundWhereTheyLie(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 20, max = 2000) Integer> heights,
            @ForAll @IntRange(min = 1, max = 2) int abreast,
            @ForAll @IntRange(max = 3) int turns) {
        List<PageSize> sizes = heights.stream().map(h -> new PageSize(300, h)).toList();
        PageLayout layout = new PageLayout(sizes, turns, abreast, 1.5);
        double bottom = 0;
        for (int page = 1; page <= layout.pages(); page++) {
            Place place = layout.place(page);
            int first = (page - 1) / abreast * abreast + 1;
            assertThat(layout.pageAt(place.y() + place.height() / 2)).isEqualTo(first);
            assertThat(layout.lastAbove(place.y() + place.height() / 2)).isGreaterThanOrEqualTo(page);
            if (page == first) {
                assertThat(place.bottom()).isGreaterThan(bottom);
            }
            bottom = Math.max(bottom, place.bottom());
            assertThat(place.x()).isGreaterThanOrEqualTo(PageLayout.GAP - 0.01);
        }
        assertThat(layout.height()).isGreaterThan(bottom);
    }

    private static Place place(SheetModel sheet, int page) {
        return sheet.layoutProperty().get().place(page);
    }
}
