package org.winnow.fulltext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Sets papers of our own as PDF, in one column or two, as publishers do. */
public final class PaperFixture {
    private static final PDFont ROMAN = new PDType1Font(FontName.TIMES_ROMAN);
    private static final PDFont BOLD = new PDType1Font(FontName.TIMES_BOLD);
    private static final PDFont ITALIC = new PDType1Font(FontName.TIMES_ITALIC);
    private static final float LEFT = 60;
    private static final float RIGHT = 320;

    private final PDDocument document = new PDDocument();
    private PDPage page = new PDPage(PDRectangle.A4);

    private record Text(float x, float y, float size, PDFont font, String text) {}

    private final List<Text> texts = new ArrayList<>();

    public static PaperFixture paper() {
        return new PaperFixture();
    }

    /** One line at a place, y counted from the top. */
    public PaperFixture line(float x, float y, float size, boolean bold, String text) {
        texts.add(new Text(x, y, size, bold ? BOLD : ROMAN, text));
        return this;
    }

    PaperFixture italic(float x, float y, String text) {
        texts.add(new Text(x, y, 10, ITALIC, text));
        return this;
    }

    /** Lines below each other in the left column, 12 points apart. */
    PaperFixture left(float y, String... lines) {
        return column(LEFT, y, lines);
    }

    PaperFixture right(float y, String... lines) {
        return column(RIGHT, y, lines);
    }

    private PaperFixture column(float x, float y, String... lines) {
        for (int i = 0; i < lines.length; i++) {
            line(x, y + 12 * i, 10, false, lines[i]);
        }
        return this;
    }

    public PaperFixture nextPage() {
        draw();
        page = new PDPage(PDRectangle.A4);
        return this;
    }

    /** Metadata as a word processor leaves them. */
    PaperFixture titled(String title) {
        document.getDocumentInformation().setTitle(title);
        return this;
    }

    public Path save(Path file) {
        draw();
        try (document) {
            document.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public Path saveWithPassword(Path file, String password) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        return save(file);
    }

    private void draw() {
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            for (Text text : texts) {
                content.beginText();
                content.setFont(text.font(), text.size());
                content.newLineAtOffset(text.x(), page.getMediaBox().getHeight() - text.y());
                content.showText(text.text());
                content.endText();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        texts.clear();
    }
}
