package org.winnow.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.RecordId;
import org.winnow.prisma.BehindNumbers;
import org.winnow.prisma.Template;
import org.winnow.store.Review;

/** The records behind the numbers of a diagram, as its web page lists them. */
final class LinkedRecords {
    /** A page of a hundred thousand titles opens in no browser: longer lists are cut, and say so. */
    private static final int MOST = 300;

    private LinkedRecords() {}

    static Map<String, List<String>> of(Review review, Template template) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        BehindNumbers.of(review, template).forEach((number, ids) -> {
            List<RecordId> shown = ids.subList(0, Math.min(MOST, ids.size()));
            Map<RecordId, String> titles = review.records().titles(shown);
            List<String> lines = new ArrayList<>();
            shown.forEach(id -> lines.add("#" + id.value() + " " + titles.getOrDefault(id, "")));
            if (ids.size() > MOST) {
                lines.add("… and " + (ids.size() - MOST) + " more: see data/records.csv");
            }
            words.put(number, lines);
        });
        return words;
    }
}
