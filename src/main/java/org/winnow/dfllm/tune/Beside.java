package org.winnow.dfllm.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to learn from beside verdicts.
 *
 * @param taught records that another ranker has scored; null for no teacher
 * @param marked sentences of which reviewers marked some; null for none
 */
public record Beside(@Nullable Taught taught, @Nullable Marked marked) {
    /** Verdicts alone. */
    public static final Beside NOTHING = new Beside(null, null);

    List<Aid> aids(int batch, long seed) {
        List<Aid> aids = new ArrayList<>();
        if (taught != null && taught.texts().size() >= Taught.FEWEST) {
            aids.add(taught.aid(batch, seed + 2));
        }
        if (marked != null) {
            aids.add(marked.aid(Math.max(2, batch / 2), seed + 3));
        }
        return aids;
    }

    /** For the account. */
    Map<String, Object> said() {
        Map<String, Object> said = new LinkedHashMap<>();
        if (taught != null) {
            said.put(
                    "teacher",
                    Map.of("name", taught.teacher(), "records", taught.texts().size(), "weight", taught.weight()));
        }
        if (marked != null) {
            said.put(
                    "rationales",
                    Map.of(
                            "sentences",
                            marked.learn().size(),
                            "marked",
                            marked.learn().relevantCount(),
                            "judged",
                            marked.judge().size(),
                            "weight",
                            marked.weight()));
        }
        return said;
    }

    Map<String, Object> figures(Bert bert) {
        return marked == null ? Map.of() : Map.of("rationales", marked.figures(bert));
    }
}
