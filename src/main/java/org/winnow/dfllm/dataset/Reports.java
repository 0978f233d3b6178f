package org.winnow.dfllm.dataset;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.store.Review;

/** The reports that items are about, by the UUIDs of their records: how files name them. */
public final class Reports {
    /**
     * A report as a file names it.
     *
     * @param number of its record in this review
     * @param doi empty where it has none
     */
    public record Report(RecordId number, String uuid, String doi, String title) {
        /** What marks text that comes from it: its DOI, else the beginning of its UUID. */
        String mark() {
            return doi.isEmpty() ? "record:" + uuid.substring(0, Math.min(13, uuid.length())) : "doi:" + doi;
        }
    }

    private final Review review;
    private final Map<String, RecordId> numbers = new HashMap<>();
    private final Map<RecordId, String> uuids;
    private final Map<String, Report> known = new LinkedHashMap<>();

    public Reports(Review review) {
        this.review = review;
        this.uuids = review.records().uuids();
        uuids.forEach((number, uuid) -> numbers.put(uuid, number));
    }

    /** The report whose record has this UUID; empty where this review has none. */
    public Optional<Report> of(String uuid) {
        RecordId number = numbers.get(uuid);
        return number == null ? Optional.empty() : Optional.of(known.computeIfAbsent(uuid, u -> read(number, u)));
    }

    private Report read(RecordId number, String uuid) {
        Optional<BibRecord> bib = review.records().bib(number);
        String doi = bib.map(BibRecord::doi).map(d -> d.value()).orElse("");
        return new Report(number, uuid, doi, bib.map(BibRecord::title).orElse(""));
    }

    /** The UUID of a record. */
    public String uuid(RecordId number) {
        return uuids.getOrDefault(number, "");
    }

    /** The report that a file means: by UUID, else by DOI, PubMed id or number. */
    public Optional<Report> meant(String uuid, String key) {
        Optional<Report> same = of(uuid);
        if (same.isPresent() || key.isBlank()) {
            return same;
        }
        List<RecordId> found = review.records().find(key);
        return found.size() == 1 ? of(uuid(found.getFirst())) : Optional.empty();
    }

    /** The report that a mark of provenance names; empty where this review has none, or several begin so. */
    public Optional<Report> marked(String mark) {
        if (mark.startsWith("doi:")) {
            return meant("", mark.substring("doi:".length()));
        }
        String begin = mark.substring("record:".length());
        List<String> found =
                numbers.keySet().stream().filter(u -> u.startsWith(begin)).toList();
        return found.size() == 1 ? of(found.getFirst()) : Optional.empty();
    }

    /** The marks of provenance that every example carries: report and page of each of its sources. */
    public String provenance(Item item) {
        StringBuilder marks = new StringBuilder();
        for (Evidence evidence : item.evidence()) {
            String page = evidence.page() > 0 ? " p." + evidence.page() : "";
            String one =
                    "[" + of(evidence.record()).map(Report::mark).orElse("record:" + evidence.record()) + page + "]";
            if (marks.indexOf(one) < 0) {
                marks.append(marks.isEmpty() ? "" : " ").append(one);
            }
        }
        return marks.isEmpty() ? "[review]" : marks.toString();
    }
}
