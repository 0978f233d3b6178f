package org.winnow.fulltext;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
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

    public Snowballing(Review review) {
        this.review = review;
        this.folder = new PdfFolder(review.file());
    }

    /** Reads the references of every report that is included now; what came in earlier that way does not come again. */
    public Report run(Progress progress) {
        Set<String> known = known();
        Map<String, BibRecord> fresh = new LinkedHashMap<>();
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
                take(entry, report, known, fresh, unread);
            }
        }
        if (!fresh.isEmpty()) {
            keep(fresh);
        }
        return new Report(read, references, fresh.size(), unread, trouble);
    }

    private static void take(
            String entry, RecordId report, Set<String> known, Map<String, BibRecord> fresh, List<String> unread) {
        Optional<BibRecord> work = CitedWork.of(entry);
        if (work.isEmpty()) {
            unread.add(entry);
        } else if (known.add(Letters.of(entry))) {
            fresh.put(
                    entry,
                    work.get().toBuilder()
                            .extra(ENTRY, entry)
                            .extra(CITED_BY, report.toString())
                            .build());
        }
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>();
        review.records()
                .forEachBib(
                        RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL), (id, record) -> record.extra()
                                .getOrDefault(ENTRY, List.of())
                                .forEach(entry -> known.add(Letters.of(entry))));
        return known;
    }

    private List<String> entries(RecordId report, List<String> trouble, Progress progress) {
        List<String> entries = new ArrayList<>();
        List<Attachment> files = review.attachments().of(report);
        if (files.isEmpty()) {
            trouble.add("Record " + report + " has no full text.");
        }
        for (Attachment file : files) {
            Path pdf = folder.path(file.sha256());
            try {
                if (!Files.exists(pdf)) {
                    throw new UserException(file.fileName() + " is not in " + folder.folder() + ".");
                }
                entries.addAll(ArticleReader.USUAL.read(pdf, "", progress).references());
            } catch (UserException e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
        }
        return entries;
    }

    private void keep(Map<String, BibRecord> fresh) {
        String all = String.join("\n", fresh.keySet());
        review.write(Imports.importFile(
                new Imports.NewImport(NewSource.of(SOURCE, SourceKind.CITATION), SOURCE, sha256(all)), intake -> {
                    long line = 1;
                    for (BibRecord record : fresh.values()) {
                        intake.record(record, line++);
                    }
                    return new Imports.Read("references", "UTF-8", fresh.size(), 0);
                }));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
