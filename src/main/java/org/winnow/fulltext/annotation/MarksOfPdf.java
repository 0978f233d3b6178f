package org.winnow.fulltext.annotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Pdf;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.Watched;
import org.winnow.model.Anchor;
import org.winnow.model.AnnotationKind;
import org.winnow.model.MarkColour;
import org.winnow.model.Quad;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/** Reads the annotations that stand in a PDF, whoever's program wrote them. */
public final class MarksOfPdf {
    /** What this program adds to an annotation, since PDF has no place for it; other programs leave it alone. */
    static final COSName OURS = COSName.getPDFName("Winnow");

    static final COSName QUOTE = COSName.getPDFName("Quote");
    static final COSName PREFIX = COSName.getPDFName("Prefix");
    static final COSName SUFFIX = COSName.getPDFName("Suffix");
    static final COSName PLACE = COSName.getPDFName("Place");
    static final COSName CRITERION = COSName.getPDFName("Criterion");
    static final COSName TAG = COSName.getPDFName("Tag");

    private static final Map<String, AnnotationKind> KINDS = Map.ofEntries(
            Map.entry("Highlight", AnnotationKind.HIGHLIGHT),
            Map.entry("Underline", AnnotationKind.UNDERLINE),
            Map.entry("Squiggly", AnnotationKind.UNDERLINE),
            Map.entry("StrikeOut", AnnotationKind.UNDERLINE),
            Map.entry("Text", AnnotationKind.NOTE),
            Map.entry("FreeText", AnnotationKind.NOTE),
            Map.entry("Caret", AnnotationKind.NOTE),
            Map.entry("Square", AnnotationKind.AREA),
            Map.entry("Circle", AnnotationKind.AREA),
            Map.entry("Ink", AnnotationKind.AREA),
            Map.entry("Polygon", AnnotationKind.AREA),
            Map.entry("PolyLine", AnnotationKind.AREA),
            Map.entry("Line", AnnotationKind.AREA),
            Map.entry("Stamp", AnnotationKind.AREA));

    private static final int MOST = 20_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(60);
    /** Waited longer than this for what does not hear that its time is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private MarksOfPdf() {}

    /**
     * The annotations of a file, page by page, each once.
     *
     * @param password empty for none
     * @throws UnreadablePdf when it cannot be opened, or takes longer than it may
     */
    public static List<PdfMark> of(Path file, String password, Progress progress) {
        long end = System.nanoTime() + MOST_TIME.toNanos();
        Runnable tick = () -> {
            progress.check();
            if (System.nanoTime() > end) {
                throw tooLong(file);
            }
        };
        try {
            return new Watched(MOST_TIME.plus(PATIENCE), 1).read(() -> {
                try (PDDocument document = Pdf.open(file, password)) {
                    return List.copyOf(marks(document, tick).values());
                }
            });
        } catch (Watched.LeftBehind never) {
            throw tooLong(file);
        } catch (UserException | Cancelled known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            throw Pdf.damaged(file, damaged);
        }
    }

    private static UnreadablePdf tooLong(Path file) {
        return new UnreadablePdf(
                file + " takes longer than " + MOST_TIME.toSeconds()
                        + " seconds to look through for annotations and was given up. It may be damaged.",
                false);
    }

    private static Map<UUID, PdfMark> marks(PDDocument document, Runnable tick) {
        Map<UUID, PdfMark> marks = new LinkedHashMap<>();
        QuadText texts = new QuadText(document, tick);
        int page = 0;
        for (PDPage each : document.getPages()) {
            tick.run();
            page++;
            for (PDAnnotationMarkup annotation : new PageAnnotations(each).markups()) {
                PdfMark mark = mark(annotation, page, texts);
                if (mark != null && marks.size() < MOST) {
                    marks.putIfAbsent(mark.id(), mark);
                }
            }
        }
        return marks;
    }

    /** By what number an annotation would be known as a mark; null where it is none. */
    public static @Nullable UUID idOf(PDAnnotation annotation, int page) {
        AnnotationKind kind = KINDS.get(annotation.getSubtype());
        if (kind == null || !(annotation instanceof PDAnnotationMarkup markup)) {
            return null;
        }
        List<Quad> quads = place(annotation);
        return id(annotation, kind, page, quads, text(markup.getTitlePopup()), text(markup.getContents()));
    }

    /** What an annotation marks, or null where it is no mark or a damaged one. */
    static @Nullable PdfMark mark(PDAnnotation annotation, int page, QuadText texts) {
        AnnotationKind kind = KINDS.get(annotation.getSubtype());
        if (kind == null || annotation.isHidden() || !(annotation instanceof PDAnnotationMarkup markup)) {
            return null;
        }
        // "Accepted", "Completed" and the like, which Acrobat hangs on a note as a reply.
        boolean state = annotation.getCOSObject().containsKey(COSName.getPDFName("StateModel"));
        COSDictionary ours = dictionary(annotation);
        List<Quad> quads = place(annotation);
        if (state || quads.isEmpty()) {
            return null;
        }
        String author = text(markup.getTitlePopup());
        String comment = text(markup.getContents());
        String quote = ours == null || !ours.containsKey(QUOTE)
                ? kind == AnnotationKind.NOTE || kind == AnnotationKind.AREA ? "" : texts.in(page, quads)
                : string(ours, QUOTE);
        Anchor anchor = new Anchor(page, quads, quote, string(ours, PREFIX), string(ours, SUFFIX));
        UUID id = id(annotation, kind, page, quads, author, comment);
        return new PdfMark(
                id,
                author,
                made(markup),
                kind,
                colour(annotation),
                anchor,
                comment,
                string(ours, CRITERION),
                string(ours, TAG));
    }

    /** Where an annotation stands; empty where that is no place. */
    static List<Quad> place(PDAnnotation annotation) {
        return MarkPlace.of(annotation, string(dictionary(annotation), PLACE));
    }

    /** Writes something of ours beside what an annotation has. */
    static void keep(PDAnnotation annotation, COSName name, String text) {
        COSDictionary ours = dictionary(annotation);
        if (ours == null) {
            ours = new COSDictionary();
            annotation.getCOSObject().setItem(OURS, ours);
        }
        ours.setString(name, text);
    }

    private static @Nullable COSDictionary dictionary(PDAnnotation annotation) {
        COSBase ours = annotation.getCOSObject().getDictionaryObject(OURS);
        return ours instanceof COSDictionary dictionary ? dictionary : null;
    }

    private static String string(@Nullable COSDictionary ours, COSName name) {
        return ours == null ? "" : text(ours.getString(name));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The name that its program gave it; where that is no UUID, one made of what it says and where. */
    private static UUID id(
            PDAnnotation annotation, AnnotationKind kind, int page, List<Quad> quads, String author, String comment) {
        String name = text(annotation.getAnnotationName());
        try {
            if (name.length() == 36) {
                return UUID.fromString(name);
            }
        } catch (IllegalArgumentException other) {
            // A name of another form.
        }
        String all = String.join(
                "\n",
                name,
                kind.key(),
                Integer.toString(page),
                Quad.text(quads),
                author,
                name.isEmpty() ? comment : "");
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    private static MarkColour colour(PDAnnotation annotation) {
        try {
            PDColor colour = annotation.getColor();
            return colour == null || colour.getComponents().length == 0
                    ? MarkColour.PALETTE.get(0)
                    : new MarkColour(colour.toRGB() & 0xFFFFFF);
        } catch (IOException | RuntimeException damaged) {
            return MarkColour.PALETTE.get(0);
        }
    }

    private static Instant made(PDAnnotationMarkup markup) {
        try {
            Calendar created = markup.getCreationDate();
            if (created == null) {
                created = markup.getCOSObject().getDate(COSName.M);
            }
            return created == null || created.toInstant().isBefore(Instant.EPOCH) ? Instant.EPOCH : created.toInstant();
        } catch (RuntimeException damaged) {
            return Instant.EPOCH;
        }
    }
}
