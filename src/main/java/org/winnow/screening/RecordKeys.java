package org.winnow.screening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.RecordQuery;
import org.winnow.store.Records;
import org.winnow.store.Review;

/**
 * What {@link Records#find} answers, for many keys: one pass over the review instead of a question a key. The review
 * must not change meanwhile.
 */
final class RecordKeys {
    /** Asking for one key costs about as much as reading so many records. */
    private static final int RECORDS_A_QUESTION = 5;

    private final Map<RecordId, RecordId> keepers = new HashMap<>();
    private final Map<String, SortedSet<Long>> byDoi = new HashMap<>();
    private final Map<String, SortedSet<Long>> byPmid = new HashMap<>();

    private RecordKeys(Review review) {
        Map<RecordId, RecordId> duplicates = new HashMap<>();
        for (Duplicate d : review.duplicates().all()) {
            duplicates.put(d.record(), d.keeper());
        }
        review.records().forEachBib(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL), (id, record) -> {
            RecordId keeper = duplicates.getOrDefault(id, id);
            keepers.put(id, keeper);
            Doi doi = record.doi();
            if (doi != null) {
                byDoi.computeIfAbsent(doi.value(), k -> new TreeSet<>()).add(keeper.value());
            }
            if (!record.pmid().isEmpty()) {
                byPmid.computeIfAbsent(record.pmid(), k -> new TreeSet<>()).add(keeper.value());
            }
        });
    }

    /** The quickest way to look up so many keys. */
    static Lookup of(Review review, int keys) {
        long records = review.records().count(RecordQuery.everything().withDuplicates(RecordQuery.Group.ALL));
        return (long) keys * RECORDS_A_QUESTION < records ? review.records()::find : inOnePass(review);
    }

    static Lookup inOnePass(Review review) {
        return new RecordKeys(review)::find;
    }

    /** Finds the records that a key may mean. */
    interface Lookup {
        List<RecordId> find(String key);
    }

    private List<RecordId> find(String key) {
        String plain = key.strip();
        Doi doi = Doi.find(plain).orElse(null);
        if (doi != null) {
            return ids(byDoi, doi.value());
        }
        String digits = plain.replaceFirst("(?i)^pmid\\s*:?\\s*", "");
        if (digits.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
            return List.of();
        }
        if (digits.length() == plain.length() && digits.length() < 18) {
            RecordId keeper = keepers.get(new RecordId(Long.parseLong(digits)));
            if (keeper != null) {
                return List.of(keeper);
            }
        }
        return ids(byPmid, digits);
    }

    private static List<RecordId> ids(Map<String, SortedSet<Long>> index, String key) {
        SortedSet<Long> found = index.get(key);
        return found == null ? List.of() : found.stream().map(RecordId::new).toList();
    }
}
