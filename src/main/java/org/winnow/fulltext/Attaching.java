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
import java.util.stream.Stream;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.store.Attachments;
import org.winnow.store.Attachments.NewDocument;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/** Brings PDFs into a review: reads each, finds its record, and attaches it where the match is certain. */
public final class Attaching {
    /** A file that was attached. */
    public record Matched(Path file, RecordId record, String how, boolean scanned) {}

    /**
     * A file that was not attached.
     *
     * @param reason why, in words
     * @param candidates the records that it may belong to, the likeliest first
     */
    public record Unmatched(Path file, String reason, List<Match.Candidate> candidates) {}

    /** What became of the files. */
    public record Report(List<Matched> matched, List<Unmatched> unmatched) {}

    private static final int DEEPEST = 12;

    private final Review review;
    private final PdfFolder folder;

    public Attaching(Review review) {
        this.review = review;
        this.folder = new PdfFolder(review.file());
    }

    /** Attaches PDFs and those in folders and their subfolders; a file that cannot be read does not stop the others. */
    public Report attach(List<Path> filesAndFolders, Progress progress) {
        Matching matching = new Matching();
        review.records().forEachBib(RecordQuery.everything(), matching::add);
        List<Path> files = pdfs(filesAndFolders);
        List<Matched> matched = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            progress.check();
            progress.at(i, files.size());
            one(files.get(i), matching, matched, unmatched, progress);
        }
        progress.at(files.size(), files.size());
        return new Report(matched, unmatched);
    }

    /** Attaches a file to the record that a person chose. */
    public void attach(Path file, RecordId record, Progress progress) {
        attach(file, record, "chosen by a person", ArticleReader.USUAL.read(file, "", progress));
    }

    private void one(
            Path file, Matching matching, List<Matched> matched, List<Unmatched> unmatched, Progress progress) {
        Article article;
        try {
            article = ArticleReader.USUAL.read(file, "", progress);
        } catch (UserException e) {
            unmatched.add(new Unmatched(file, String.valueOf(e.getMessage()), List.of()));
            return;
        }
        Match match = matching.of(article);
        if (match.certain()) {
            Match.Candidate found = match.candidates().get(0);
            attach(file, found.record(), found.why(), article);
            matched.add(new Matched(file, found.record(), found.why(), article.scanned()));
        } else {
            unmatched.add(new Unmatched(file, reason(article, match), match.candidates()));
        }
    }

    private void attach(Path file, RecordId record, String how, Article article) {
        String sha256 = folder.keep(file);
        List<String> pages = article.text().stream().map(PageText::text).toList();
        boolean known = review.attachments().of(record).stream()
                .anyMatch(attachment -> attachment.sha256().equals(sha256));
        if (!known) {
            review.write(Attachments.attach(
                    record,
                    String.valueOf(file.getFileName()),
                    how,
                    new NewDocument(sha256, size(sha256), article.scanned(), pages)));
        }
    }

    private long size(String sha256) {
        try {
            return Files.size(folder.path(sha256));
        } catch (IOException e) {
            throw new UserException(
                    "Cannot read " + folder.path(sha256) + ", which was written just now. Try again.", e);
        }
    }

    private static String reason(Article article, Match match) {
        if (article.scanned()) {
            return "Its pages are pictures without text: it was scanned. Choose its record by hand, or have its text"
                    + " recognised (OCR) and try again.";
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
