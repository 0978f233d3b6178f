package org.winnow.prisma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.model.Source;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.store.SourceCount;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;

/**
 * How a source was searched, as PRISMA-S asks for it.
 *
 * @param uuid of the source, under which what is said of it is kept
 * @param records how many records came from it
 * @param said what people wrote, by field; fields without words are absent
 */
public record SearchRecord(Source source, String uuid, long records, Map<Field, String> said) {
    /** What can be said of a search beside its date, hits and kind. */
    public enum Field {
        PLATFORM,
        COVERAGE,
        STRATEGY,
        LIMITS,
        FILTERS,
        PRIOR_WORK,
        UPDATES,
        PEER_REVIEW;

        String topic() {
            return "search/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A line of a strategy; hits are empty where they were not noted. */
    public record StrategyLine(String text, String hits) {}

    /** Every source of the review, in the order in which they came. */
    public static List<SearchRecord> all(Review review) {
        Map<Field, Map<String, Statement>> said = new LinkedHashMap<>();
        for (Field field : Field.values()) {
            said.put(field, review.statements().on(field.topic()));
        }
        Map<Long, String> uuids = review.sources().uuids();
        List<SearchRecord> all = new ArrayList<>();
        for (SourceCount count : review.sources().counts()) {
            String uuid = uuids.getOrDefault(count.source().id().value(), "");
            Map<Field, String> fields = new LinkedHashMap<>();
            said.forEach((field, bySource) -> {
                Statement statement = bySource.get(uuid);
                if (statement != null) {
                    fields.put(field, statement.value());
                }
            });
            all.add(new SearchRecord(count.source(), uuid, count.records(), fields));
        }
        return all;
    }

    public String said(Field field) {
        return said.getOrDefault(field, "");
    }

    /** The strategy line by line: what was written down, else the query that came with the import. */
    public List<StrategyLine> strategy() {
        String text = said.getOrDefault(Field.STRATEGY, source.query());
        return text.lines().filter(l -> !l.isBlank()).map(SearchRecord::line).toList();
    }

    /** Hits stand at the end of a line, after a tab or a bar. */
    private static StrategyLine line(String line) {
        int mark = Math.max(line.lastIndexOf('\t'), line.lastIndexOf('|'));
        String hits = mark < 0 ? "" : line.substring(mark + 1).strip();
        return hits.matches("\\d[\\d,. ]*")
                ? new StrategyLine(line.substring(0, mark).strip(), hits)
                : new StrategyLine(line.strip(), "");
    }

    /** Writes something down about the search; nothing takes it back. */
    public Op<Void> say(Field field, String words) {
        return Statements.state("search", field.topic(), uuid, words, "");
    }
}
