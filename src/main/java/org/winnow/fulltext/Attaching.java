package org.winnow.fulltext;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Ocr.Recognised;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.UserException;
import org.winnow.store.Attachments;
import org.winnow.store.Attachments.NewDocument;
import org.winnow.store.Attachments.Scan;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** Brings PDFs into a review: reads each, finds its record, and attaches it where the match is certain. */
public final class Attaching {
    /**
     * A file that was attached.
     *
     * @param sha256 by which it is kept
     */
    public record Matched(Path file, RecordId record, String how, boolean scanned, String sha256) {}

    /**
     * A file that was not attached.
     *
     * @param reason why, in words
     * @param candidates the records that it may belong to, the likeliest first
     * @param locked whether it needs a password, or another one
     */
    public record Unmatched(Path file, String reason, List<Match.Candidate> candidates, boolean locked) {}

    /** What became of the files. */
    public record Report(List<Matched> matched, List<Unmatched> unmatched) {}

    /** Hears what becomes of each file, as soon as it is known. */
    public interface Heard {
        void matched(Matched file);

        void unmatched(Unmatched file);
    }

    private static final int DEEPEST = 12;

    private final Review review;
    private final PdfFolder folder;
    private final @Nullable ReviewerId by;
    private final Ocr ocr;
    private final String password;

    /**
     * @param by who brings the files, for whom the reports are retrieved then; null where nobody in particular does
     * @param ocr makes text of scanned pages
     */
    public Attaching(Review review, @Nullable ReviewerId by, Ocr ocr) {
        this(review, by, ocr, "");
    }

    /** @param password for files that ask for one; empty for none */
    public Attaching(Review review, @Nullable ReviewerId by, Ocr ocr, String password) {
        this.review = review;
        this.folder = new PdfFolder(review.file());
        this.by = by;
        this.ocr = ocr;
        this.password = password;
    }

    /** Attaches PDFs and those in folders and their subfolders; a file that cannot be read does not stop the others. */
    public Report attach(List<Path> filesAndFolders, Progress progress) {
        List<Matched> matched = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        attach(filesAndFolders, progress, new Heard() {
            @Override
            public void matched(Matched file) {
                matched.add(file);
            }

            @Override
            public void unmatched(Unmatched file) {
                unmatched.add(file);
            }
        });
        return new Report(matched, unmatched);
    }

    /** The same, telling what becomes of each file as it goes. */
    public void attach(List<Path> filesAndFolders, Progress progress, Heard heard) {
        List<Path> files = pdfs(filesAndFolders);
        Matching matching = new Matching();
        LinkedFiles linked = new LinkedFiles(files);
        review.records().forEachBib(RecordQuery.everything(), (id, record) -> {
            matching.add(id, record);
            linked.add(id, record);
        });
        for (int i = 0; i < files.size(); i++) {
            progress.check();
            progress.at(i, files.size());
            one(files.get(i), matching, linked.naming(files.get(i)), heard, progress);
        }
        progress.at(files.size(), files.size());
    }

    /** Attaches a file to the record that a person chose. */
    public Matched attach(Path file, RecordId record, Progress progress) {
        return attach(file, record, "chosen by a person", read(file, progress));
    }

    /**
     * Recognises the words of a scan that lies beside the review.
     *
     * @return whether there were any
     */
    public boolean recognise(String sha256, Progress progress) {
        Recognised read = read(folder.path(sha256), progress);
        List<String> pages = pages(read.article());
        boolean any = worded(pages);
        keepWords(sha256, read);
        if (any) {
            review.write(Attachments.recognised(new NewDocument(sha256, size(sha256), true, pages)));
        }
        return any;
    }

    private static boolean worded(List<String> pages) {
        return pages.stream().anyMatch(text -> !text.isBlank());
    }

    /** Scanned pages get their text from a recogniser, where this computer has one. */
    private Recognised read(Path file, Progress progress) {
        try {
            return read(file, "", progress);
        } catch (UnreadablePdf locked) {
            if (!locked.passwordNeeded() || password.isEmpty()) {
                throw locked;
            }
            return read(file, password, progress);
        }
    }

    private Recognised read(Path file, String with, Progress progress) {
        Article article = ArticleReader.USUAL.read(file, with, progress);
        return article.scanned() ? ocr.read(file, with, article, progress) : Recognised.nothing(article);
    }

    private void keepWords(String sha256, Recognised read) {
        if (read.words().length > 0) {
            folder.keepWords(sha256, read.words());
        }
    }

    private void one(Path file, Matching matching, Set<RecordId> naming, Heard heard, Progress progress) {
        Recognised read;
        try {
            read = read(file, progress);
        } catch (UserException e) {
            heard.unmatched(new Unmatched(file, String.valueOf(e.getMessage()), List.of(), locked(e)));
            return;
        }
        Article article = read.article();
        Match match = named(matching.of(article), naming);
        if (match.certain()) {
            Match.Candidate found = match.candidates().get(0);
            heard.matched(attach(file, found.record(), found.why(), read));
        } else {
            heard.unmatched(new Unmatched(file, reason(article, match), match.candidates(), false));
        }
    }

    private static boolean locked(UserException trouble) {
        return trouble instanceof UnreadablePdf unreadable && unreadable.passwordNeeded();
    }

    /** A record that names the file has it, such as a supplement that says nothing of itself; unless the text speaks against it. */
    private static Match named(Match read, Set<RecordId> naming) {
        boolean same =
                read.certain() && naming.contains(read.candidates().get(0).record());
        if (naming.isEmpty() || same) {
            return read;
        }
        List<Match.Candidate> candidates = new ArrayList<>();
        naming.forEach(id -> candidates.add(new Match.Candidate(id, 1, "the record names this file")));
        if (!read.certain() && naming.size() == 1) {
            return new Match(candidates, true);
        }
        candidates.addAll(read.candidates());
        return new Match(candidates, false);
    }

    private Matched attach(Path file, RecordId record, String how, Recognised read) {
        Article article = read.article();
        String sha256 = folder.keep(file);
        keepWords(sha256, read);
        Scan before = review.attachments().scan(sha256);
        NewDocument document = new NewDocument(sha256, size(sha256), article.scanned(), pages(article));
        boolean known = review.attachments().of(record).stream()
                .anyMatch(attachment -> attachment.sha256().equals(sha256));
        if (!known) {
            review.write(Attachments.attach(record, String.valueOf(file.getFileName()), how, document, by));
        }
        if (before.scanned() && !before.worded() && worded(document.pages())) {
            review.write(Attachments.recognised(document));
        }
        return new Matched(file, record, how, article.scanned(), sha256);
    }

    /** By their numbers in the file: covers of repositories are not read, and leave a gap. */
    private static List<String> pages(Article article) {
        List<String> pages = new ArrayList<>();
        for (PageText page : article.text()) {
            while (pages.size() < page.page() - 1) {
                pages.add("");
            }
            pages.add(page.text());
        }
        return pages;
    }

    private long size(String sha256) {
        try {
            return Files.size(folder.path(sha256));
        } catch (IOException e) {
            throw new UserException(
                    "Cannot read " + folder.path(sha256) + ", which was written just now. Try again.", e);
        }
    }

    private String reason(Article article, Match match) {
        if (article.scanned() && !worded(pages(article))) {
            return "Its pages have no text that can be read: they are pictures, or their fonts do not say which letters"
                    + " they draw. "
                    + (ocr.available()
                            ? "Tesseract has recognised none either; see that it has their language. Choose its record by"
                                    + " hand."
                            : "Choose its record by hand, or install Tesseract, which recognises it, and try again.");
        }
        return match.candidates().isEmpty()
                ? "No record of this review has its DOI or its title."
                : "It is not certain which record it belongs to. Choose one.";
    }

    private static List<Path> pdfs(List<Path> filesAndFolders) {
        List<Path> files = new ArrayList<>();
        for (Path path : filesAndFolders) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(path, DEEPEST, FileVisitOption.FOLLOW_LINKS)) {
                inside.filter(Files::isRegularFile)
                        .filter(Attaching::isPdf)
                        .sorted()
                        .forEach(files::add);
            } catch (IOException | UncheckedIOException e) {
                throw new UserException(
                        "Cannot look through " + path + ": " + e.getMessage() + ". See that you may read it.", e);
            }
        }
        return files;
    }

    /** By the first bytes where the name does not say so: downloads often have no ending. */
    private static boolean isPdf(Path file) {
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(5), StandardCharsets.ISO_8859_1).equals("%PDF-");
        } catch (IOException unreadable) {
            return false;
        }
    }
}
