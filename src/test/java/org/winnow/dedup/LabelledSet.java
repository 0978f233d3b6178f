package org.winnow.dedup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.winnow.exchange.NamedRecords;
import org.winnow.exchange.NamedRecords.Named;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.Problem;
import org.winnow.model.RecordId;
import org.winnow.model.ReferenceType;
import org.winnow.work.Progress;

/**
 * Records whose duplicates somebody has marked.
 *
 * @param names what the set calls each record
 * @param truth groups of two and more that are the same report, by those who marked them
 */
record LabelledSet(List<Candidate> records, Map<RecordId, String> names, List<Set<RecordId>> truth) {

    /** Reads a folder with {@code records_pre_merged.csv} and {@code merged_record_ids.csv} (BibDedupe's layout). */
    static LabelledSet bibDedupe(Path folder) throws IOException {
        List<Candidate> records = new ArrayList<>();
        Map<String, RecordId> ids = new HashMap<>();
        Map<RecordId, String> names = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Named named : NamedRecords.read(folder.resolve("records_pre_merged.csv"), "ID", problems, Progress.NONE)) {
            RecordId id = new RecordId(records.size() + 1);
            ids.put(named.name(), id);
            names.put(id, named.name());
            BibRecord record = named.record();
            records.add(Candidate.of(id, record == null ? BibRecord.builder().build() : record));
        }
        List<Set<RecordId>> truth = new ArrayList<>();
        List<String> lines = Files.readAllLines(folder.resolve("merged_record_ids.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] members = line.replace("\"", "").strip().split(";");
            if (members.length > 1) {
                truth.add(java.util.Arrays.stream(members).map(ids::get).collect(Collectors.toSet()));
            }
        }
        return new LabelledSet(records, names, truth);
    }

    /** A record from BibTeX-like fields. */
    static BibRecord record(Map<String, String> fields) {
        BibRecord.Builder b = BibRecord.builder()
                .type(type(fields.getOrDefault("ENTRYTYPE", "")))
                .title(text(fields, "title"))
                .journal(text(fields, "journal") + text(fields, "booktitle"))
                .volume(text(fields, "volume"))
                .issue(text(fields, "number") + text(fields, "issue"))
                .pages(text(fields, "pages"))
                .abstractText(text(fields, "abstract"))
                .issn(text(fields, "isbn"))
                .doi(Doi.find(text(fields, "doi")).orElse(null))
                .year(text(fields, "year").matches("\\d{4}") ? Integer.valueOf(text(fields, "year")) : null);
        for (String name : text(fields, "author").split("\\s+and\\s+|;")) {
            if (!name.isBlank()) {
                b.author(Author.of(name));
            }
        }
        return b.build();
    }

    private static String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null ? "" : value;
    }

    private static ReferenceType type(String entry) {
        return switch (entry) {
            case "article" -> ReferenceType.ARTICLE;
            case "inproceedings" -> ReferenceType.CONFERENCE;
            case "online" -> ReferenceType.WEB_PAGE;
            case "book" -> ReferenceType.BOOK;
            case "incollection", "inbook" -> ReferenceType.CHAPTER;
            case "phdthesis" -> ReferenceType.DISSERTATION;
            default -> ReferenceType.OTHER;
        };
    }
}
