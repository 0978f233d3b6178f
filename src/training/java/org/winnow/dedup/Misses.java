package org.winnow.dedup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.model.RecordId;

/** Why surplus records were left in, by what keeps each from the one of its report that it is most like. */
final class Misses {
    /** In the order in which they are looked for. */
    enum Cause {
        NO_TITLE("one has no title, and they share no identifier", true),
        OTHER_TITLE("the title of one is another or illegible, and they share no identifier", true),
        NUMBERED("a number, a part or a year in the title", false),
        REACTION("one is called an erratum, a comment or a reply", false),
        IDENTIFIER("identifiers differ", false),
        PLACE("pages, issue, journal or kind of document differ", false),
        WORDS("some words of the title", false),
        PEOPLE("other authors", false),
        REST("something else", false);

        private final String words;
        private final boolean undecidable;

        Cause(String words, boolean undecidable) {
            this.words = words;
            this.undecidable = undecidable;
        }
    }

    private final Map<String, Map<Cause, int[]>> bySet = new LinkedHashMap<>();
    private int surplus;

    /** Takes in one set. */
    void add(String name, LabelledSet set, Result result, Forest forest) {
        Preparation preparation = new Preparation();
        Map<RecordId, Prepared> prepared = new HashMap<>();
        set.records().forEach(c -> prepared.put(c.id(), preparation.prepare(c)));
        Map<RecordId, RecordId> keepers = new HashMap<>();
        set.records().forEach(c -> keepers.put(c.id(), c.id()));
        result.groups().forEach(g -> g.duplicates().forEach(id -> keepers.put(id, g.keeper())));
        Set<PairKey> asked = new HashSet<>();
        result.toReview().forEach(p -> asked.add(new PairKey(keepers.get(p.a()), keepers.get(p.b()))));
        Map<Cause, int[]> counts = bySet.computeIfAbsent(name, n -> new EnumMap<>(Cause.class));
        for (Set<RecordId> report : set.truth()) {
            surplus += report.size() - 1;
            List<RecordId> parts = report.stream()
                    .map(keepers::get)
                    .distinct()
                    .sorted(Comparator.comparing(RecordId::value))
                    .toList();
            for (RecordId part : parts.subList(1, parts.size())) {
                int[] n = counts.computeIfAbsent(
                        cause(closest(report, part, keepers, prepared, forest)), c -> new int[2]);
                n[0]++;
                n[1] += parts.stream().anyMatch(p -> p != part && asked.contains(new PairKey(p, part))) ? 1 : 0;
            }
        }
    }

    private static Evidence closest(
            Set<RecordId> report,
            RecordId part,
            Map<RecordId, RecordId> keepers,
            Map<RecordId, Prepared> prepared,
            Forest forest) {
        List<Evidence> all = new ArrayList<>();
        for (RecordId a : report) {
            for (RecordId b : report) {
                if (keepers.get(a).equals(part) && !keepers.get(b).equals(part)) {
                    all.add(Evidence.of(prepared.get(a), prepared.get(b)));
                }
            }
        }
        return all.stream()
                .max(Comparator.comparingDouble((Evidence e) -> forest.probability(Feature.of(e))))
                .orElseThrow();
    }

    private static Cause cause(Evidence e) {
        boolean place = e.otherPlace() || e.issue() == Agreement.DIFFERENT || e.supplement() || e.otherKind();
        return switch (e.title()) {
            case UNKNOWN -> e.sameIdentifier() ? Cause.REST : Cause.NO_TITLE;
            case DIFFERENT -> e.sameIdentifier() ? Cause.WORDS : Cause.OTHER_TITLE;
            case NUMBERED -> Cause.NUMBERED;
            case REACTION -> Cause.REACTION;
            default -> {
                if (e.otherIdentifier()) {
                    yield Cause.IDENTIFIER;
                }
                if (e.title() == TitleRelation.CLOSE) {
                    yield Cause.WORDS;
                }
                yield place ? Cause.PLACE : e.authors() != Agreement.SAME ? Cause.PEOPLE : Cause.REST;
            }
        };
    }

    /** By cause and set, and what that leaves to be had. */
    String table() {
        StringBuilder out = new StringBuilder("\nSurplus records left in, by cause, and how many of them are asked "
                + "about; labels as read:\n\n| what keeps two records apart | ");
        out.append(String.join(" | ", bySet.keySet())).append(" |\n| --- |");
        bySet.keySet().forEach(s -> out.append(" ---: |"));
        int left = 0;
        int undecidable = 0;
        int silent = 0;
        for (Cause cause : Cause.values()) {
            out.append("\n| ").append(cause.words).append(" |");
            for (Map<Cause, int[]> counts : bySet.values()) {
                int[] n = counts.getOrDefault(cause, new int[2]);
                out.append(n[0] == 0 ? " |" : " " + n[0] + (n[1] == 0 ? " |" : ", " + n[1] + " asked |"));
                left += n[0];
                undecidable += cause.undecidable ? n[0] : 0;
                silent += cause.undecidable ? 0 : n[0] - n[1];
            }
        }
        int decidable = surplus - undecidable;
        return out
                + String.format(
                        Locale.ROOT,
                        """


                        Of %d surplus records %d are left in. %d of them nothing in the record can tell: no title, or one \
                        that is of something else, and no identifier. As long as those are not merged, sensitivity is at \
                        most %.4f, whatever is asked. Of the other %d it is %.4f without asking and %.4f with the questions \
                        settled.
                        """,
                        surplus,
                        left,
                        undecidable,
                        decidable / (double) surplus,
                        decidable,
                        (decidable - (left - undecidable)) / (double) decidable,
                        (decidable - silent) / (double) decidable);
    }
}
