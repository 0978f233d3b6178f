package org.winnow.dfllm.ask;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.dfllm.ask.Evaluation.Retrieval;

/**
 * Whether a network that was tuned again, after reports came in, takes the place of the one in use: on the same papers,
 * questions that were tested on before must not find their passages worse.
 *
 * @param old on questions of the version before; the network in use stands as the usual one
 * @param fresh on questions that came since
 * @param all on both
 * @param tuned whether the network in use was tuned to the review, too
 */
public record Renewal(FinderTrial old, FinderTrial fresh, FinderTrial all, boolean tuned) {
    private static final long SEED = 1;

    /**
     * @param before by the network in use
     * @param after of the same questions by the new one
     * @param known questions of the version before
     */
    public static Renewal of(Evaluation before, Evaluation after, Set<Question> known, boolean tuned) {
        return new Renewal(
                FinderTrial.of(before.only(known::contains), after.only(known::contains), SEED),
                FinderTrial.of(before.only(q -> !known.contains(q)), after.only(q -> !known.contains(q)), SEED),
                FinderTrial.of(before, after, SEED),
                tuned);
    }

    /** In place of one that was tuned it must be no worse; in place of the usual one it must be shown to be better. */
    public boolean accepted() {
        return noWorse(old) && (tuned ? noWorse(all) : all.better());
    }

    private static boolean noWorse(FinderTrial trial) {
        Retrieval before = trial.usual().get(Method.BOTH);
        Retrieval after = trial.tuned().get(Method.BOTH);
        return before == null
                || after == null
                || after.amongFive().of() >= before.amongFive().of()
                        && after.reciprocalRank() >= before.reciprocalRank();
    }

    /** In sentences. */
    public String words() {
        return "Questions of the version before: " + words(old) + " Questions that came since: " + words(fresh)
                + (all.questions() == 0 ? "" : " " + all.likely() + "; " + rule());
    }

    private String rule() {
        return tuned
                ? "it takes the place of the tuned network before it where both figures are no lower, on the questions of"
                        + " the version before and on all."
                : String.format(
                        Locale.ROOT,
                        "it takes the place of the usual network from %.0f %% on, with %d questions or more, where the"
                                + " questions of the version before are not answered worse.",
                        100 * FinderTrial.SURE,
                        FinderTrial.FEWEST);
    }

    private static String words(FinderTrial trial) {
        Retrieval before = trial.usual().get(Method.BOTH);
        Retrieval after = trial.tuned().get(Method.BOTH);
        return trial.questions() == 0 || before == null || after == null
                ? "none."
                : String.format(
                        Locale.ROOT,
                        "of %d the right passage among the first five for %d, now for %d; mean reciprocal rank %.3f, now"
                                + " %.3f.",
                        trial.questions(),
                        before.amongFive().of(),
                        after.amongFive().of(),
                        before.reciprocalRank(),
                        after.reciprocalRank());
    }

    /** For files. */
    public Map<String, Object> json() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("old_questions", old.json());
        one.put("new_questions", fresh.json());
        one.put("all_questions", all.json());
        one.put("accepted", accepted());
        return one;
    }
}
