package org.winnow.fulltext.layout;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.TextPosition;

/** Reads the pages of an open PDF as text in reading order. */
public final class Pages {
    private Pages() {}

    /**
     * The pages of a document.
     *
     * @param most how many pages to read at most
     * @param tick called often; what it throws ends the reading
     */
    public static List<PageText> of(PDDocument document, int most, Runnable tick) throws IOException {
        Glyphs glyphs = new Glyphs(tick);
        List<PageText> pages = new ArrayList<>();
        int last = Math.min(document.getNumberOfPages(), most);
        for (int number = 1; number <= last; number++) {
            tick.run();
            pages.add(page(document, glyphs, number));
        }
        return pages;
    }

    /**
     * One page of a document.
     *
     * @param number of the page, from 1
     * @param tick called often; what it throws ends the reading
     */
    public static PageText one(PDDocument document, int number, Runnable tick) {
        return page(document, new Glyphs(tick), number);
    }

    private static PageText page(PDDocument document, Glyphs glyphs, int number) {
        PDPage page = document.getPage(number - 1);
        PDRectangle crop = page.getCropBox();
        List<TextPosition> found = glyphs(document, glyphs, number);
        float direction = Words.direction(found);
        boolean turned = direction % 180 != 0;
        float width = turned ? crop.getHeight() : crop.getWidth();
        float height = turned ? crop.getWidth() : crop.getHeight();
        List<Word> seen = Words.of(found, direction).stream()
                .filter(word -> onPage(word.box(), width, height))
                .toList();
        List<Line> lines = ReadingOrder.of(number, seen, width);
        return new PageText(
                number, width, height, (int) direction, lines, aside(number, found, direction), hasPictures(page));
    }

    /** Typesetters leave notes to themselves beside the page, which nobody sees. */
    private static boolean onPage(Box box, float width, float height) {
        return box.x() < width && box.right() > 0 && box.y() < height && box.bottom() > 0;
    }

    private static String aside(int number, List<TextPosition> glyphs, float direction) {
        StringBuilder aside = new StringBuilder();
        for (float other = 0; other < 360; other += 90) {
            List<Word> words = other == direction ? List.of() : Words.of(glyphs, other);
            if (!words.isEmpty()) {
                aside.append(aside.isEmpty() ? "" : "\n").append(new Line(number, words).text());
            }
        }
        return aside.toString();
    }

    /** A page that cannot be read is an empty one: the others may be sound. */
    private static List<TextPosition> glyphs(PDDocument document, Glyphs glyphs, int number) {
        try {
            return glyphs.of(document, number);
        } catch (IOException | IllegalArgumentException | ClassCastException | IndexOutOfBoundsException damaged) {
            return List.of();
        }
    }

    private static boolean hasPictures(PDPage page) {
        PDResources resources = page.getResources();
        if (resources == null) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }
}
