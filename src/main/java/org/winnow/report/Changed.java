package org.winnow.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.winnow.document.ChangePicture;
import org.winnow.document.Document;
import org.winnow.document.Document.Column;
import org.winnow.document.Document.Table;
import org.winnow.model.RecordId;
import org.winnow.store.Review;
import org.winnow.store.Versions.Settled;
import org.winnow.store.Versions.Version;

/** What has changed since the newest frozen version, record by record. */
public final class Changed {
    /** A record that stands otherwise than before; an empty fate is one that was or is still open. */
    public record Change(RecordId record, String before, String now) {}

    private Changed() {}

    /** Every record whose fate is another now, in the order of import; none where no version is frozen. */
    public static List<Change> of(Review review) {
        Optional<Version> version = review.versions().latest();
        if (version.isEmpty()) {
            return List.of();
        }
        Map<RecordId, String> before = new HashMap<>();
        for (Settled s : review.versions().settled(version.get())) {
            before.put(s.record(), s.fate());
        }
        List<Change> changes = new ArrayList<>();
        Map<RecordId, String> now = new HashMap<>();
        for (Settled s : review.versions().settled(null)) {
            now.put(s.record(), s.fate());
        }
        review.standing().flowRecords(null).keySet().forEach(id -> {
            String was = before.getOrDefault(id, "");
            String is = now.getOrDefault(id, "");
            if (!was.equals(is)) {
                changes.add(new Change(id, was, is));
            }
        });
        return changes;
    }

    static Table table(Review review) {
        List<Change> changes = of(review);
        Map<RecordId, String> titles = new HashMap<>();
        for (int from = 0; from < changes.size(); from += 500) {
            titles.putAll(review.records()
                    .titles(changes.subList(from, Math.min(changes.size(), from + 500)).stream()
                            .map(Change::record)
                            .toList()));
        }
        return Table.plain(
                "What changed since the version before",
                List.of(
                        new Column("record", 0.6),
                        new Column("title", 4),
                        new Column("before", 1.2),
                        new Column("now", 1.2)),
                changes.stream()
                        .map(c -> List.of(
                                Long.toString(c.record().value()),
                                titles.getOrDefault(c.record(), ""),
                                words(c.before(), "not in it, or open"),
                                words(c.now(), "open")))
                        .toList());
    }

    static byte[] picture(Review review) {
        return ChangePicture.of(
                "Changes since the version before",
                "Version before",
                of(review).stream()
                        .map(c -> new ChangePicture.Change(
                                capital(words(c.before(), "new or open")), capital(words(c.now(), "open"))))
                        .toList());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(String fate, String none) {
        return fate.isEmpty() ? none : fate.replace('-', ' ');
    }

    static Document since(Review review) {
        List<Document.Block> blocks = new ArrayList<>();
        review.versions()
                .all()
                .forEach(v -> blocks.add(new Document.Text("Version " + v.number() + ": " + v.name() + ", frozen "
                        + v.at() + (v.note().isEmpty() ? "" : ". " + v.note()))));
        Map<String, Long> kinds = new TreeMap<>();
        of(review)
                .forEach(c ->
                        kinds.merge(words(c.before(), "new or open") + " → " + words(c.now(), "open"), 1L, Long::sum));
        kinds.forEach((what, n) -> blocks.add(new Document.Text(n + (n == 1 ? " record: " : " records: ") + what)));
        blocks.add(table(review));
        return new Document("Changes since the version before", blocks);
    }
}
