package org.winnow.fulltext;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.model.Sha256;
import org.winnow.model.SourceKind;
import org.winnow.model.UserException;
import org.winnow.store.Attachments.Attachment;
import org.winnow.store.Imports;
import org.winnow.store.NewSource;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Studies.IncludedReport;
import org.winnow.work.Progress;

/**
 * Backward citation searching: what the included reports cite becomes records of a source of that kind, to be compared
 * with the review and screened like any other.
 */
public final class Snowballing {
    /**
     * What came of it.
     *
     * @param reports whose lists of references were read
     * @param references entries in them
     * @param imported records that are new
     * @param unread entries in which no title can be told, with the report
     * @param trouble full texts that are missing or cannot be read
     */
    public record Report(int reports, int references, int imported, List<String> unread, List<String> trouble) {}

    private static final String SOURCE = "References of included reports";
    /** Under which a record keeps the entry that it was read from. */
    private static final String ENTRY = "cited as";

    private static final String CITED_BY = "cited by record";

    private final Review review;
    private final PdfFolder folder;
    private final Ocr ocr;

    public Snowballing(Review review) {
        this(review, Ocr.installed(""));
    }

    Snowballing(Review review, Ocr ocr) {
        this.review = review;
        this.folder = new PdfFolder(review.file());
        this.ocr = ocr;
    }

    /**
     * A work that included reports cite and that has not come in that way yet.
     *
     * @param entry as the first of them cites it
     * @param citedBy those reports
     * @param known the record of the review that has its DOI or its title, or null
     */
    public record Cited(
            String entry,
            BibRecord work,
            List<RecordId> citedBy,
            @Nullable RecordId known) {}

    /** What the included reports cite. */
    public record Found(List<Cited> works, int reports, int references, List<String> unread, List<String> trouble) {}

    /** Takes everything in that {@link #find} finds, so that the search for duplicates compares it with the review. */
    public Report run(Progress progress) {
        Found found = find(progress);
        take(found.works());
        return new Report(found.reports(), found.references(), found.works().size(), found.unread(), found.trouble());
    }

    /** Reads the references of every report that is included now; what came in earlier that way does not come again. */
    public Found find(Progress progress) {
        Known known = new Known();
        review.records().forEachBib(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL), known::add);
        Map<String, Cited> works = new LinkedHashMap<>();
        List<String> unread = new ArrayList<>();
        List<String> trouble = new ArrayList<>();
        List<IncludedReport> included = review.studies().included();
        int read = 0;
        int references = 0;
        for (int i = 0; i < included.size(); i++) {
            progress.check();
            progress.at(i, included.size());
            RecordId report = included.get(i).record();
            List<String> entries = entries(report, trouble, progress);
            read += entries.isEmpty() ? 0 : 1;
            references += entries.size();
            for (String entry : entries) {
                note(entry, report, known, works, unread);
            }
        }
        return new Found(List.copyOf(works.values()), read, references, unread, trouble);
    }

    private static void note(
            String entry, RecordId report, Known known, Map<String, Cited> works, List<String> unread) {
        Optional<BibRecord> read = CitedWork.of(entry);
        String letters = Letters.of(entry);
        if (read.isEmpty()) {
            unread.add(entry);
        } else if (!known.entries().contains(letters)) {
            BibRecord work = read.get();
            String name = work.doi() == null ? letters : work.doi().value();
            Cited before = works.get(name);
            List<RecordId> citedBy = new ArrayList<>(before == null ? List.of() : before.citedBy());
            if (!citedBy.contains(report)) {
                citedBy.add(report);
            }
            works.put(
                    name,
                    before == null
                            ? new Cited(entry, work, citedBy, known.record(work))
                            : new Cited(before.entry(), before.work(), citedBy, before.known()));
        }
    }

    /** What the review has: by DOI, by title, and by the entries that came in as citations. */
    private record Known(Map<Doi, RecordId> dois, Map<String, RecordId> titles, Set<String> entries) {
        Known() {
            this(new HashMap<>(), new HashMap<>(), new HashSet<>());
        }

        void add(RecordId id, BibRecord record) {
            Doi doi = record.doi();
            if (doi != null) {
                dois.putIfAbsent(doi, id);
            }
            titles.putIfAbsent(Letters.of(record.title()), id);
            record.extra().getOrDefault(ENTRY, List.of()).forEach(entry -> entries.add(Letters.of(entry)));
        }

        @Nullable
        RecordId record(BibRecord work) {
            RecordId byDoi = work.doi() == null ? null : dois.get(work.doi());
            return byDoi != null ? byDoi : titles.get(Letters.of(work.title()));
        }
    }

    private List<String> entries(RecordId report, List<String> trouble, Progress progress) {
        List<String> entries = new ArrayList<>();
        List<Attachment> files = review.attachments().of(report);
        if (files.isEmpty()) {
            trouble.add("Record " + report + " has no full text.");
        }
        boolean readable = false;
        for (Attachment file : files) {
            Path pdf = folder.path(file.sha256());
            try {
                if (!Files.exists(pdf)) {
                    throw new UserException(file.fileName() + " is not in " + folder.folder() + ".");
                }
                Article article = ArticleReader.USUAL.read(pdf, "", progress);
                entries.addAll(
                        article.scanned()
                                ? ocr.read(pdf, "", article, progress).article().references()
                                : article.references());
                readable = true;
            } catch (UserException e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
        }
        if (readable && entries.isEmpty()) {
            trouble.add("In the full text of record " + report + " no list of references can be told.");
        }
        return entries;
    }

    /**
     * Takes works into the review, as records of a source of the kind citation searching.
     *
     * @return how many
     */
    public int take(List<Cited> works) {
        if (works.isEmpty()) {
            return 0;
        }
        String all = works.stream().map(Cited::entry).collect(Collectors.joining("\n"));
        review.write(Imports.importFile(
                new Imports.NewImport(NewSource.of(SOURCE, SourceKind.CITATION), SOURCE, Sha256.of(all)), intake -> {
                    long line = 1;
                    for (Cited cited : works) {
                        BibRecord.Builder record = cited.work().toBuilder().extra(ENTRY, cited.entry());
                        cited.citedBy().forEach(report -> record.extra(CITED_BY, report.toString()));
                        intake.record(record.build(), line++);
                    }
                    return new Imports.Read("references", "UTF-8", works.size(), 0);
                }));
        return works.size();
    }
}
