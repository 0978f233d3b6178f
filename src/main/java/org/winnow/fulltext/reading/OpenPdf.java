package org.winnow.fulltext.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Pdf;
import org.winnow.fulltext.PdfFolder;
import org.winnow.fulltext.UnreadablePdf;
import org.winnow.fulltext.Watched;
import org.winnow.fulltext.drawing.TooMuch;
import org.winnow.fulltext.layout.PageText;
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
    /** The same where it is known to come to no end: what it has until then is drawn again, in another size or at night. */
    private static final Duration TIME_OF_AN_ENDLESS_PAGE = Duration.ofSeconds(4);
    /** After this nobody waits any more for what does not hear that its time is over. */
    private static final Duration PATIENCE = MOST_TIME_OF_A_PAGE.plusSeconds(5);

    private static final int MOST_LEFT = 3;
    private static final int FEW_PAGES = 250;

    private final Path file;
    private final String password;
    private final Watched watched;
    private final int pages;
    private final Set<Integer> endless = ConcurrentHashMap.newKeySet();
    private final Set<Integer> leftBehind = ConcurrentHashMap.newKeySet();
    private volatile Copy copy;
    private volatile Set<UUID> hidden = Set.of();
    private boolean closed;

    /** The file, opened once. Where a reading of it is left behind it goes on with this one, and the others get a new one. */
    private static final class Copy {
        private final PDDocument document;
        private final Drawing drawing;
        private @Nullable PDDocument words;
        private @Nullable Targets targets;
        private List<PDPage> inOrder = List.of();

        Copy(PDDocument document) {
            this.document = document;
            this.drawing = new Drawing(document);
        }

        PageFrame frame(int page) {
            return PageFrame.of(page(page));
        }

        /** A file that is asked for a page goes through all before it, which is felt where there are thousands. */
        private PDPage page(int number) {
            if (number <= FEW_PAGES) {
                return document.getPage(number - 1);
            }
            if (inOrder.isEmpty()) {
                List<PDPage> all = new ArrayList<>();
                document.getPages().forEach(all::add);
                inOrder = all;
            }
            return number <= inOrder.size() ? inOrder.get(number - 1) : document.getPage(number - 1);
        }

        PageSize size(int page) {
            try {
                return frame(page).size();
            } catch (RuntimeException damaged) {
                return PageSize.USUAL;
            }
        }

        /** The words that were recognised on the pages, where they are scanned and somebody had them recognised. */
        @Nullable
        PDDocument words(Path file) throws IOException {
            Path recognised = PdfFolder.words(file);
            if (words == null && Files.isRegularFile(recognised)) {
                words = Pdf.open(recognised, "");
            }
            return words;
        }

        void close() throws IOException {
            PDDocument second = words;
            try {
                document.close();
            } finally {
                if (second != null) {
                    second.close();
                }
            }
        }

        Targets targets() {
            Targets known = targets;
            if (known == null) {
                known = new Targets(document);
                targets = known;
            }
            return known;
        }
    }

    private OpenPdf(Path file, String password, Watched watched) {
        this.file = file;
        this.password = password;
        this.watched = watched;
        this.copy = opened(file, password, watched);
        this.pages = copy.document.getNumberOfPages();
    }

    /**
     * Opens a file.
     *
     * @param password empty for none
     * @throws UnreadablePdf when it is no PDF, damaged beyond repair, or needs another password
     */
    public static OpenPdf open(Path file, String password) {
        return open(file, password, PATIENCE);
    }

    /** @param patience how long to wait for a reading that does not come back */
    static OpenPdf open(Path file, String password, Duration patience) {
        return new OpenPdf(file, password, new Watched(patience, MOST_LEFT));
    }

    private static Copy opened(Path file, String password, Watched watched) {
        try {
            return new Copy(watched.read(() -> Pdf.open(file, password)));
        } catch (Watched.LeftBehind never) {
            throw new UnreadablePdf(file + " takes too long to open and was given up. It may be damaged.", false);
        } catch (IOException damaged) {
            throw Pdf.damaged(file, damaged);
        }
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
        return read(from ->
                IntStream.range(first, first + count).mapToObj(from::size).toList());
    }

    /** Which part of a page is seen, and how it is turned. */
    public PageFrame frame(int page) {
        return read(from -> from.frame(page));
    }

    /** The picture of a part of a page; where it cannot be drawn to its end, what could, with a remark. */
    public Picture draw(View view, View.Part part, Progress progress) {
        int page = view.page();
        return page(page, from -> from.drawing.draw(from.size(page), view, part, limit(page, progress), this::trouble));
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
        hidden = Set.copyOf(marks);
        copy.drawing.hide(hidden);
    }

    /** The text of a page with the places of its letters. */
    public TextLayer text(int page, Progress progress) {
        return page(page, from -> {
            Runnable limit = limit(page, progress);
            PageText own = Pages.one(from.document, page, limit);
            PDDocument words = own.lines().isEmpty() ? from.words(file) : null;
            boolean recognised = words != null && page <= words.getNumberOfPages();
            return new TextLayer(recognised ? Pages.one(words, page, limit) : own, from.frame(page));
        });
    }

    /** The links of a page. */
    public List<PageLink> links(int page) {
        return page(page, from -> from.targets().links(from.page(page)));
    }

    /** The file's own table of contents; empty where it has none. */
    public List<OutlineEntry> outline() {
        return read(from -> from.targets().outline());
    }

    private Runnable limit(int page, Progress progress) {
        Duration most = endless.contains(page) ? TIME_OF_AN_ENDLESS_PAGE : MOST_TIME_OF_A_PAGE;
        long end = System.nanoTime() + most.toNanos();
        return () -> {
            progress.check();
            if (System.nanoTime() > end) {
                endless.add(page);
                throw new UnreadablePdf(
                        "Page " + page + " takes longer than " + MOST_TIME_OF_A_PAGE.toSeconds()
                                + " seconds and was given up. It may be damaged.",
                        false);
            }
        };
    }

    private interface Reading<T> {
        T now(Copy from) throws IOException;
    }

    /** What was left behind once is not tried again: it would cost another thread. */
    private <T> T page(int page, Reading<T> reading) {
        String never = "Page " + page + " does not come to an end and was given up. It may be damaged.";
        if (leftBehind.contains(page)) {
            throw new UnreadablePdf(never, false);
        }
        try {
            return orLeft(reading);
        } catch (Watched.LeftBehind left) {
            leftBehind.add(page);
            throw new UnreadablePdf(never, false);
        }
    }

    private <T> T read(Reading<T> reading) {
        try {
            return orLeft(reading);
        } catch (Watched.LeftBehind left) {
            throw new UnreadablePdf(file + " does not come to an end and was given up. It may be damaged.", false);
        }
    }

    private synchronized <T> T orLeft(Reading<T> reading) {
        if (closed) {
            throw new Cancelled();
        }
        Copy from = copy;
        try {
            return watched.read(() -> reading.now(from));
        } catch (Watched.LeftBehind left) {
            openAnew();
            throw left;
        } catch (UserException | Cancelled known) {
            throw known;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
            // A bomb's memory is free again once its picture is given up.
            throw Pdf.damaged(file, damaged);
        }
    }

    private void openAnew() {
        if (watched.givenUp()) {
            throw new UnreadablePdf(
                    file + ": too many of its pages do not come to an end. Open it in another reader.", false);
        }
        copy = opened(file, password, watched);
        copy.drawing.hide(hidden);
    }

    /** Waits for what is being read. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            copy.close();
        } catch (IOException e) {
            // Nothing was written, so nothing is lost.
            closed = true;
        }
    }
}
