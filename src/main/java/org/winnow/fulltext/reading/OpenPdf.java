package org.winnow.fulltext.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Pdf;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.drawing.TooMuch;
import org.winnow.fulltext.layout.Pages;
import org.winnow.model.UserException;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * A PDF that is being read. May be used from any thread; one reads at a time, the others wait. Scripts and files inside
 * it are never run. What goes wrong is an {@link UnreadablePdf} that names the file; once it is closed, reading it is
 * {@link Cancelled}.
 */
public final class OpenPdf implements AutoCloseable {
    /** After this the picture or the text of one page is given up. */
    private static final Duration MOST_TIME_OF_A_PAGE = Duration.ofSeconds(20);

    private final Path file;
    private final PDDocument document;
    private final Drawing drawing;
    private final int pages;
    private @Nullable Targets targets;
    private boolean closed;

    private OpenPdf(Path file, PDDocument document) {
        this.file = file;
        this.document = document;
        this.drawing = new Drawing(document);
        this.pages = document.getNumberOfPages();
    }

    /**
     * Opens a file.
     *
     * @param password empty for none
     * @throws UnreadablePdf when it is no PDF, damaged beyond repair, or needs another password
     */
    public static OpenPdf open(Path file, String password) {
        return new OpenPdf(file, Pdf.open(file, password));
    }

    /**
     * The picture of a file's first page, by which a person knows what it is; empty where it cannot be read.
     *
     * @param password empty for none
     * @param width wanted, in pixels
     * @param longest side there may be, in pixels
     */
    public static Optional<Picture> firstPage(Path file, String password, int width, int longest, Progress progress) {
        try (OpenPdf pdf = open(file, password)) {
            PageSize size = pdf.sizes(1, 1).getFirst();
            float side = Math.max(1, Math.max(size.width(), size.height()));
            View view = new View(1, Math.min(width / Math.max(1, size.width()), longest / side), 0);
            return Optional.of(pdf.draw(view, view.whole(size), progress));
        } catch (UnreadablePdf unreadable) {
            return Optional.empty();
        }
    }

    public Path file() {
        return file;
    }

    public int pages() {
        return pages;
    }

    /** The sizes of pages that follow each other; a page that does not tell it has a usual one. */
    public List<PageSize> sizes(int first, int count) {
        return read(
                () -> IntStream.range(first, first + count).mapToObj(this::size).toList());
    }

    private PageSize size(int page) {
        try {
            return frameOf(page).size();
        } catch (RuntimeException damaged) {
            return PageSize.USUAL;
        }
    }

    /** Which part of a page is seen, and how it is turned. */
    public PageFrame frame(int page) {
        return read(() -> frameOf(page));
    }

    private PageFrame frameOf(int page) {
        return PageFrame.of(document.getPage(page - 1));
    }

    /** The picture of a part of a page; where it cannot be drawn to its end, what could, with a remark. */
    public Picture draw(View view, View.Part part, Progress progress) {
        return read(() -> drawing.draw(size(view.page()), view, part, limit(view.page(), progress), this::trouble));
    }

    private String trouble(Throwable damage) {
        return switch (damage) {
            case UnreadablePdf slow -> String.valueOf(slow.getMessage());
            case TooMuch much -> "The rest of the page is left out: " + much.getMessage() + ".";
            default -> "The rest of the page is left out: it is damaged (" + Pdf.reason(damage) + ").";
        };
    }

    /** Marks that stand in the file and are left out of its pictures from now on: they look otherwise here, or are gone. */
    public void hide(Set<UUID> marks) {
        drawing.hide(marks);
    }

    /** The text of a page with the places of its letters. */
    public TextLayer text(int page, Progress progress) {
        return read(() -> new TextLayer(Pages.one(document, page, limit(page, progress)), frameOf(page)));
    }

    /** The links of a page. */
    public List<PageLink> links(int page) {
        return read(() -> targets().links(document.getPage(page - 1)));
    }

    /** The file's own table of contents; empty where it has none. */
    public List<OutlineEntry> outline() {
        return read(() -> targets().outline());
    }

    private Targets targets() {
        Targets known = targets;
        if (known == null) {
            known = new Targets(document);
            targets = known;
        }
        return known;
    }

    private Runnable limit(int page, Progress progress) {
        long end = System.nanoTime() + MOST_TIME_OF_A_PAGE.toNanos();
        return () -> {
            progress.check();
            if (System.nanoTime() > end) {
                throw new UnreadablePdf(
                        "Page " + page + " takes longer than " + MOST_TIME_OF_A_PAGE.toSeconds()
                                + " seconds and was given up. It may be damaged.",
                        false);
            }
        };
    }

    private interface Reading<T> {
        T now() throws IOException;
    }

    private synchronized <T> T read(Reading<T> reading) {
        if (closed) {
            throw new Cancelled();
        }
        try {
            return reading.now();
        } catch (UserException | Cancelled known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // A bomb's memory is free again once its picture is given up.
            throw Pdf.damaged(file, damaged);
        }
    }

    /** Waits for what is being read. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            document.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
            targets = null;
        }
    }
}
