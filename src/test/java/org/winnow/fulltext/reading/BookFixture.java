package org.winnow.fulltext.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** Makes long documents of our own, with an outline and links; every page says its number. */
public final class BookFixture {
    private static final PDType1Font ROMAN = new PDType1Font(FontName.TIMES_ROMAN);

    /** By the number of their pages: printing a long one takes a while. */
    private static final Map<Integer, byte[]> BOOKS = new ConcurrentHashMap<>();

    private BookFixture() {}

    /** A book with a chapter every hundred pages, whose first page links to the last, to an address, and to a script. */
    public static Path book(Path file, int pages) {
        try {
            return Files.write(file, BOOKS.computeIfAbsent(pages, BookFixture::printed));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] printed(int pages) {
        try (PDDocument document = new PDDocument()) {
            PDDocumentOutline outline = new PDDocumentOutline();
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage(new PDRectangle(595, 842));
                document.addPage(page);
                write(document, page, "This is page " + number + " of the book.");
                if (number % 100 == 1) {
                    PDOutlineItem chapter = new PDOutlineItem();
                    chapter.setTitle("Chapter " + (number / 100 + 1));
                    chapter.setDestination(to(page));
                    outline.addLast(chapter);
                }
            }
            document.getDocumentCatalog().setDocumentOutline(outline);
            link(document.getPage(0), document.getPage(pages - 1));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(PDDocument document, PDPage page, String words) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(ROMAN, 12);
            content.newLineAtOffset(72, 742);
            content.showText(words);
            content.endText();
        }
    }

    private static PDPageXYZDestination to(PDPage page) {
        PDPageXYZDestination place = new PDPageXYZDestination();
        place.setPage(page);
        place.setTop(742);
        return place;
    }

    private static void link(PDPage from, PDPage to) throws IOException {
        PDAnnotationLink inside = new PDAnnotationLink();
        inside.setRectangle(new PDRectangle(72, 700, 100, 20));
        inside.setDestination(to(to));
        PDAnnotationLink outside = new PDAnnotationLink();
        outside.setRectangle(new PDRectangle(72, 660, 100, 20));
        PDActionURI address = new PDActionURI();
        address.setURI("https://doi.org/10.1000/182");
        outside.setAction(address);
        PDAnnotationLink script = new PDAnnotationLink();
        script.setRectangle(new PDRectangle(72, 620, 100, 20));
        script.setAction(new PDActionJavaScript("app.launchURL('https://example.org')"));
        from.getAnnotations().add(inside);
        from.getAnnotations().add(outside);
        from.getAnnotations().add(script);
    }
}
