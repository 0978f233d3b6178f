package org.winnow.fulltext.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationTextMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnderline;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.winnow.fulltext.Pdf;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * Writes annotations into a copy of a PDF as ISO 32000-2, 12.5 has them, each with its picture, so that every reader shows
 * them alike. The file itself is never touched.
 */
public final class AnnotatedCopy {
    private AnnotatedCopy() {}

    /**
     * Writes the copy, whole or not at all. A mark that the file has already stays as it is, and is replaced where it was
     * changed since.
     *
     * @param withdrawn marks to be left out of the copy though the file has them
     * @throws UnreadablePdf when the file cannot be read, or may not be changed
     */
    public static void write(
            Path file, String password, List<PdfMark> marks, Set<UUID> withdrawn, Path out, Progress progress) {
        Path part = out.toAbsolutePath().resolveSibling("." + out.getFileName() + ".part");
        try (PDDocument document = Pdf.open(file, password)) {
            if (document.isEncrypted()) {
                // A copy that opens like the original would need the owner's password, which nobody has.
                document.setAllSecurityToBeRemoved(true);
            }
            fill(document, marks, withdrawn, progress);
            document.save(part.toFile());
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (UserException | Cancelled known) {
            throw known;
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write " + out + ": " + e.getMessage()
                            + ". Choose a folder that exists, may be written to and has room.",
                    e);
        } catch (RuntimeException | StackOverflowError damaged) {
            throw Pdf.damaged(file, damaged);
        } finally {
            part.toFile().delete();
        }
    }

    private static void fill(PDDocument document, List<PdfMark> marks, Set<UUID> withdrawn, Progress progress)
            throws IOException {
        Map<Integer, Map<UUID, PdfMark>> byPage = new LinkedHashMap<>();
        marks.forEach(mark -> byPage.computeIfAbsent(mark.anchor().page(), p -> new LinkedHashMap<>())
                .put(mark.id(), mark));
        QuadText texts = new QuadText(document, progress::check);
        for (int number = 1; number <= document.getNumberOfPages(); number++) {
            progress.check();
            progress.at(number, document.getNumberOfPages());
            Map<UUID, PdfMark> wanted = byPage.getOrDefault(number, Map.of());
            if (!wanted.isEmpty() || !withdrawn.isEmpty()) {
                page(document, number, new LinkedHashMap<>(wanted), withdrawn, texts);
            }
        }
    }

    private static void page(
            PDDocument document, int number, Map<UUID, PdfMark> wanted, Set<UUID> withdrawn, QuadText texts)
            throws IOException {
        PDPage page = document.getPage(number - 1);
        List<PDAnnotation> all = new ArrayList<>();
        for (PDAnnotation there : MarksOfPdf.annotations(page)) {
            PdfMark mark = MarksOfPdf.mark(there, number, texts);
            boolean unchanged = mark != null && mark.equals(wanted.get(mark.id()));
            boolean goes = mark != null && (wanted.containsKey(mark.id()) || withdrawn.contains(mark.id()));
            if (unchanged || !goes) {
                all.add(there);
            }
            if (unchanged) {
                wanted.remove(mark.id());
            }
        }
        for (PdfMark mark : wanted.values()) {
            all.add(annotation(document, page, mark));
        }
        page.setAnnotations(all);
    }

    private static PDAnnotation annotation(PDDocument document, PDPage page, PdfMark mark) throws IOException {
        PDAnnotationMarkup annotation = shape(mark);
        annotation.setPage(page);
        annotation.setPrinted(true);
        annotation.setAnnotationName(mark.id().toString());
        annotation.setTitlePopup(mark.author());
        annotation.setContents(mark.comment());
        annotation.setCreationDate(calendar(mark.made()));
        annotation.setModifiedDate(calendar(mark.made()));
        annotation.setColor(colour(mark.colour()));
        String about = String.join("; ", mark.criterion(), mark.tag()).replaceAll("^; |; $", "");
        if (!about.isEmpty()) {
            annotation.setSubject(about);
        }
        annotation.getCOSObject().setItem(MarksOfPdf.OURS, ours(mark));
        if (annotation instanceof PDAnnotationHighlight highlight) {
            HighlightPicture.draw(document, highlight, mark);
        } else {
            annotation.constructAppearances(document);
        }
        return annotation;
    }

    private static PDAnnotationMarkup shape(PdfMark mark) {
        List<Quad> quads = mark.anchor().quads();
        return switch (mark.kind()) {
            case HIGHLIGHT -> marked(new PDAnnotationHighlight(), quads);
            case UNDERLINE -> marked(new PDAnnotationUnderline(), quads);
            case NOTE -> {
                PDAnnotationText note = new PDAnnotationText();
                note.setRectangle(around(quads));
                note.setName(PDAnnotationText.NAME_NOTE);
                note.setNoZoom(true);
                note.setNoRotate(true);
                yield note;
            }
            case AREA -> {
                PDAnnotationSquare area = new PDAnnotationSquare();
                PDBorderStyleDictionary border = new PDBorderStyleDictionary();
                border.setWidth(1.5f);
                area.setBorderStyle(border);
                area.setRectangle(around(quads));
                yield area;
            }
        };
    }

    private static PDAnnotationMarkup marked(PDAnnotationTextMarkup markup, List<Quad> quads) {
        float[] points = new float[quads.size() * 8];
        for (int i = 0; i < quads.size(); i++) {
            List<Float> corners = quads.get(i).points();
            for (int j = 0; j < 8; j++) {
                points[i * 8 + j] = corners.get(j);
            }
        }
        markup.setQuadPoints(points);
        markup.setRectangle(around(quads));
        return markup;
    }

    private static PDRectangle around(List<Quad> quads) {
        float left = Float.MAX_VALUE;
        float bottom = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float top = -Float.MAX_VALUE;
        for (Quad quad : quads) {
            left = Math.min(left, quad.left());
            bottom = Math.min(bottom, quad.bottom());
            right = Math.max(right, quad.right());
            top = Math.max(top, quad.top());
        }
        return new PDRectangle(left, bottom, right - left, top - bottom);
    }

    private static COSDictionary ours(PdfMark mark) {
        COSDictionary ours = new COSDictionary();
        ours.setString(MarksOfPdf.QUOTE, mark.anchor().quote());
        ours.setString(MarksOfPdf.PREFIX, mark.anchor().prefix());
        ours.setString(MarksOfPdf.SUFFIX, mark.anchor().suffix());
        ours.setString(MarksOfPdf.CRITERION, mark.criterion());
        ours.setString(MarksOfPdf.TAG, mark.tag());
        // Notes and areas have one rectangle, which viewers may let grow with the picture; these are the corners meant.
        if (mark.kind() == AnnotationKind.NOTE || mark.kind() == AnnotationKind.AREA) {
            ours.setString(MarksOfPdf.PLACE, Quad.text(mark.anchor().quads()));
        }
        return ours;
    }

    static PDColor colour(MarkColour colour) {
        float[] parts = {
            (colour.rgb() >> 16 & 0xFF) / 255f, (colour.rgb() >> 8 & 0xFF) / 255f, (colour.rgb() & 0xFF) / 255f
        };
        return new PDColor(parts, PDDeviceRGB.INSTANCE);
    }

    private static Calendar calendar(Instant time) {
        return GregorianCalendar.from(ZonedDateTime.ofInstant(time, ZoneOffset.UTC));
    }
}
