package org.winnow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.winnow.model.BibRecord;
import org.winnow.model.Outcome;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.Stage;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;

/** The included reports as CSL-JSON (citationstyles.org), which every citation processor reads. */
final class CslJson {
    private CslJson() {}

    static List<Map<String, Object>> included(Review review) {
        List<Map<String, Object>> items = new ArrayList<>();
        try (Stream<ScreenedRecord> records =
                review.records().screened(RecordQuery.at(Stage.FULL_TEXT).withOutcomes(Outcome.INCLUDE))) {
            records.forEach(r -> items.add(item(Long.toString(r.id().value()), r.record())));
        }
        return items;
    }

    private static Map<String, Object> item(String id, BibRecord r) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("type", r.journal().isEmpty() ? "document" : "article-journal");
        put(item, "title", r.title());
        if (!r.authors().isEmpty()) {
            item.put(
                    "author",
                    r.authors().stream()
                            .map(a -> a.given().isEmpty()
                                    ? Map.of("literal", a.family())
                                    : new TreeMap<>(Map.of("family", a.family(), "given", a.given())))
                            .toList());
        }
        put(item, "container-title", r.journal());
        put(item, "container-title-short", r.journalShort());
        put(item, "volume", r.volume());
        put(item, "issue", r.issue());
        put(item, "page", r.pages());
        if (r.year() != null) {
            item.put("issued", Map.of("date-parts", List.of(List.of(r.year()))));
        }
        if (r.doi() != null) {
            item.put("DOI", r.doi().value());
        }
        put(item, "PMID", r.pmid());
        put(item, "URL", r.url());
        put(item, "publisher", r.publisher());
        return item;
    }

    private static void put(Map<String, Object> item, String key, String value) {
        if (!value.isEmpty()) {
            item.put(key, value);
        }
    }
}
