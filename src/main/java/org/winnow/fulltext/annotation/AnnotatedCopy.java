package org.winnow.fulltext.annotation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationTextMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationUnderline;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.winnow.fulltext.Pdf;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.Watched;
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
    /** Enough for a book of two thousand pages with many marks on a slow disk. */
    private static final Duration MOST_TIME = Duration.ofMinutes(5);

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
        try {
            new Watched(MOST_TIME, 1).read(() -> save(file, password, marks, withdrawn, part, progress));
            Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (Watched.LeftBehind never) {
            throw new UnreadablePdf(
                    file + " takes longer than " + MOST_TIME.toSeconds()
                            + " seconds to copy and was given up. It may be damaged.",
                    false);
        } catch (UserException | Cancelled known) {
            throw known;
        } catch (IOException e) {
            throw new UserException(
                    "Cannot write " + out + ": " + e.getMessage()
                            + ". Choose a folder that exists, may be written to and has room.",
                    e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw Pdf.damaged(file, damaged);
        } finally {
            part.toFile().delete();
        }
    }

    private static Path save(
            Path file, String password, List<PdfMark> marks, Set<UUID> withdrawn, Path part, Progress progress)
            throws IOException {
        try (PDDocument document = Pdf.open(file, password)) {
            if (document.isEncrypted()) {
                // A copy that opens like the original would need the owner's password, which nobody has.
                document.setAllSecurityToBeRemoved(true);
            }
            fill(document, marks, withdrawn, progress);
            document.save(part.toFile());
            return part;
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
            PDDocument document, int number, Map<UUID, PdfMark> missing, Set<UUID> withdrawn, QuadText texts)
            throws IOException {
        PDPage page = document.getPage(number - 1);
        PageAnnotations there = new PageAnnotations(page);
        for (PDAnnotationMarkup annotation : there.markups()) {
            PdfMark mark = MarksOfPdf.mark(annotation, number, texts);
            PdfMark wanted = mark == null ? null : missing.get(mark.id());
            if (mark == null) {
                continue;
            }
            if (wanted != null && samePlace(mark, wanted)) {
                edit(document, annotation, mark, wanted);
                missing.remove(mark.id());
            } else if (wanted != null || withdrawn.contains(mark.id())) {
                there.remove(annotation);
            }
        }
        for (PdfMark mark : missing.values()) {
            there.add(annotation(document, page, mark));
        }
        there.write();
    }

    private static boolean samePlace(PdfMark mark, PdfMark wanted) {
        return mark.kind() == wanted.kind()
                && mark.anchor().quads().equals(wanted.anchor().quads());
    }

    /** Changes of an annotation what was said anew of it, so that a drawing stays a drawing and replies have what they are to. */
    private static void edit(PDDocument document, PDAnnotationMarkup annotation, PdfMark was, PdfMark now)
            throws IOException {
        boolean recoloured = !now.colour().equals(was.colour());
        boolean reworded = !now.comment().equals(was.comment());
        if (reworded) {
            annotation.setContents(now.comment());
            // What it said in several faces, which programs show instead where it is there.
            annotation.getCOSObject().removeItem(COSName.RC);
        }
        if (recoloured) {
            annotation.setColor(colour(now.colour()));
        }
        if (!now.criterion().equals(was.criterion()) || !now.tag().equals(was.tag())) {
            annotation.setSubject(about(now));
            annotation.getCOSObject().setItem(MarksOfPdf.OURS, ours(now));
        }
        if (!now.equals(was)) {
            MarkPicture.name(annotation, was);
        }
        if (recoloured || reworded && annotation instanceof PDAnnotationFreeText) {
            MarkPicture.redraw(document, annotation, now);
        } else {
            MarkPicture.give(document, annotation, now);
        }
    }

    private static String about(PdfMark mark) {
        return String.join("; ", mark.criterion(), mark.tag()).replaceAll("^; |; $", "");
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
        if (!about(mark).isEmpty()) {
            annotation.setSubject(about(mark));
        }
        annotation.getCOSObject().setItem(MarksOfPdf.OURS, ours(mark));
        MarkPicture.give(document, annotation, mark);
        return annotation;
    }

    private static PDAnnotationMarkup shape(PdfMark mark) {
        List<Quad> quads = mark.anchor().quads();
        return switch (mark.kind()) {
            case HIGHLIGHT -> marked(new PDAnnotationHighlight(), quads);
            case UNDERLINE -> marked(new PDAnnotationUnderline(), quads);
            case NOTE -> {
                PDAnnotationText note = new PDAnnotationText();
                note.setRectangle(MarkPlace.around(quads));
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
                area.setRectangle(MarkPlace.around(quads));
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
        markup.setRectangle(MarkPlace.around(quads));
        return markup;
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
