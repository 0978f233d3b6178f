package org.winnow.ranking.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.winnow.ranking.Document;
import org.winnow.ranking.StopWords;
import org.winnow.ranking.Words;
import org.winnow.work.Progress;

/**
 * Terms that tell one group of records from another: words, and pairs of words in a row, by the log-odds of their use with
 * an informative Dirichlet prior, in units of its standard error (Monroe, Colaresi and Quinn, Political Analysis 16:372,
 * 2008). The prior is the use of each term in all records, as heavy as {@value #PRIOR} words: what is common everywhere,
 * and what was met once or twice, says little.
 */
public final class TellingTerms {
    private static final double PRIOR = 500;
    /** Beyond so many standard errors a difference is unlikely to be chance. */
    private static final double TELLING = 1.96;

    private static final int LEAST_RECORDS = 2;
    private static final int RECORDS_A_TICK = 200;

    /**
     * A term.
     *
     * @param z standard errors by which its log-odds are higher in the first group; below 0 where in the second
     * @param first how many records of the first group have it
     * @param second how many of the second
     */
    public record Term(String words, double z, int first, int second) {}

    private static final class Count {
        /** Uses in all records, in the first group and in the second; then records of either with it. */
        private long all;

        private long first;
        private long second;
        private int firstRecords;
        private int secondRecords;
    }

    private final Set<String> stopWords = StopWords.english();
    private final Map<String, Count> counts = new HashMap<>();
    private final Count words = new Count();
    private final Count pairs = new Count();

    private TellingTerms() {}

    /**
     * The terms of both groups that tell, the strongest first.
     *
     * @param inFirst whether the record at a position is of the first group
     * @param inSecond whether of the second; records of neither serve the prior
     */
    public static List<Term> of(
            List<Document> records, IntPredicate inFirst, IntPredicate inSecond, Progress progress) {
        TellingTerms terms = new TellingTerms();
        for (int i = 0; i < records.size(); i++) {
            if (i % RECORDS_A_TICK == 0) {
                progress.check();
                progress.at(i, records.size());
            }
            terms.count(Words.of(records.get(i).text()), inFirst.test(i), inSecond.test(i));
        }
        return terms.telling();
    }

    private void count(List<String> text, boolean first, boolean second) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < text.size(); i++) {
            if (says(text.get(i))) {
                use(text.get(i), words, seen, first, second);
                if (i + 1 < text.size() && says(text.get(i + 1))) {
                    use(text.get(i) + " " + text.get(i + 1), pairs, seen, first, second);
                }
            }
        }
    }

    private boolean says(String word) {
        return !stopWords.contains(word) && word.chars().anyMatch(Character::isLetter);
    }

    private void use(String term, Count kind, Set<String> seen, boolean first, boolean second) {
        Count own = counts.computeIfAbsent(term, t -> new Count());
        for (Count c : List.of(own, kind)) {
            c.all++;
            c.first += first ? 1 : 0;
            c.second += second ? 1 : 0;
        }
        if (seen.add(term)) {
            own.firstRecords += first ? 1 : 0;
            own.secondRecords += second ? 1 : 0;
        }
    }

    private List<Term> telling() {
        List<Term> all = new ArrayList<>();
        counts.forEach((term, c) -> {
            double z = z(c, term.indexOf(' ') < 0 ? words : pairs);
            if (Math.abs(z) >= TELLING && (z > 0 ? c.firstRecords : c.secondRecords) >= LEAST_RECORDS) {
                all.add(new Term(term, z, c.firstRecords, c.secondRecords));
            }
        });
        all.sort(Comparator.comparingDouble((Term t) -> -Math.abs(t.z())).thenComparing(Term::words));
        return all;
    }

    /** Monroe et al. 2008, equations 16, 20 and 22. */
    private static double z(Count c, Count kind) {
        double prior = PRIOR * c.all / kind.all;
        double inFirst = c.first + prior;
        double inSecond = c.second + prior;
        double delta = Math.log(inFirst / (kind.first + PRIOR - inFirst))
                - Math.log(inSecond / (kind.second + PRIOR - inSecond));
        return delta / Math.sqrt(1 / inFirst + 1 / inSecond);
    }
}
