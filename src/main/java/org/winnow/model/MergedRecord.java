package org.winnow.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What several records say of one report, put together: of each field the best that any of them gives. The record that
 * stands for them comes first wherever it is as good as another. Type, date, accession number, notes and what has no
 * field are its own.
 *
 * @param origins for each field that the report has, the record that gave it; keywords come from all
 */
public record MergedRecord(BibRecord record, Map<Field, RecordId> origins) {
    /** Fields that are chosen one by one. */
    public enum Field {
        TITLE,
        AUTHORS,
        YEAR,
        JOURNAL,
        VOLUME,
        ISSUE,
        PAGES,
        DOI,
        PMID,
        ABSTRACT,
        KEYWORDS
    }

    /** A record of the group. */
    public record Member(RecordId id, BibRecord record) {}

    public MergedRecord {
        origins = Map.copyOf(origins);
    }

    /** @param members at least one, the record that stands for all of them first */
    public static MergedRecord of(List<Member> members) {
        Choice choice = new Choice(members);
        choice.best(Field.TITLE, BibRecord::title, MergedRecord::inMixedCase, BibRecord.Builder::title);
        choice.best(Field.AUTHORS, BibRecord::authors, MergedRecord::told, BibRecord.Builder::authors);
        choice.best(Field.YEAR, BibRecord::year, year -> 1, BibRecord.Builder::year);
        choice.best(Field.JOURNAL, BibRecord::journal, MergedRecord::inMixedCase, BibRecord.Builder::journal);
        choice.best(Field.VOLUME, BibRecord::volume, v -> 1, BibRecord.Builder::volume);
        choice.best(Field.ISSUE, BibRecord::issue, v -> 1, BibRecord.Builder::issue);
        choice.best(
                Field.PAGES, BibRecord::pages, p -> p.matches(".*\\d.*[-–].*\\d.*") ? 1 : 0, BibRecord.Builder::pages);
        choice.best(Field.DOI, BibRecord::doi, d -> 1, BibRecord.Builder::doi);
        choice.best(Field.PMID, BibRecord::pmid, p -> 1, BibRecord.Builder::pmid);
        choice.best(Field.ABSTRACT, BibRecord::abstractText, String::length, BibRecord.Builder::abstractText);
        choice.keywords();
        choice.others();
        return new MergedRecord(choice.merged.build(), choice.origins);
    }

    private static int inMixedCase(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) ? 0 : 1;
    }

    /** Given names written out and people named: how many letters the list has. */
    private static int told(List<Author> authors) {
        return authors.stream()
                .mapToInt(a -> a.family().length() + a.given().length())
                .sum();
    }

    private static final class Choice {
        private final List<Member> members;
        private final BibRecord.Builder merged;
        private final Map<Field, RecordId> origins = new EnumMap<>(Field.class);

        Choice(List<Member> members) {
            this.members = members;
            this.merged = members.get(0).record().toBuilder();
        }

        /** The value that is worth most, the earliest of those that are worth the same; empty ones are worth nothing. */
        <T> void best(
                Field field,
                Function<BibRecord, @Nullable T> value,
                ToIntFunction<T> worth,
                BiConsumer<BibRecord.Builder, T> set) {
            T best = null;
            int most = -1;
            for (Member member : members) {
                T given = value.apply(member.record());
                if (given != null && !empty(given) && worth.applyAsInt(given) > most) {
                    best = given;
                    most = worth.applyAsInt(given);
                    origins.put(field, member.id());
                }
            }
            if (best != null) {
                set.accept(merged, best);
            }
        }

        private static boolean empty(Object given) {
            return given.equals("") || given.equals(List.of());
        }

        /** Each once, however it is written. */
        void keywords() {
            if (members.size() < 2) {
                return;
            }
            Set<String> seen = new LinkedHashSet<>();
            List<String> all = new ArrayList<>();
            for (Member member : members) {
                for (String keyword : member.record().keywords()) {
                    if (seen.add(keyword.toLowerCase(Locale.ROOT))) {
                        all.add(keyword);
                    }
                }
            }
            merged.keywords(all);
            members.stream()
                    .filter(m -> !m.record().keywords().isEmpty())
                    .max(Comparator.comparingInt(m -> m.record().keywords().size()))
                    .ifPresent(m -> origins.put(Field.KEYWORDS, m.id()));
        }

        /** What is not shown one by one: the first that gives it. */
        void others() {
            merged.journalShort(first(BibRecord::journalShort))
                    .issn(first(BibRecord::issn))
                    .isbn(first(BibRecord::isbn))
                    .language(first(BibRecord::language))
                    .publisher(first(BibRecord::publisher))
                    .url(first(BibRecord::url));
        }

        private String first(Function<BibRecord, String> value) {
            return members.stream()
                    .map(m -> value.apply(m.record()))
                    .filter(v -> !v.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
