package org.winnow.dfllm.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * By what a corpus differs from one that is on record: files by the hash of their content.
 *
 * @param fresh files that were not in it
 * @param changed files that were, with other passages than now: other settings, or notices that new papers showed to be
 *     everybody's
 * @param gone titles of those that are not in it any more
 */
public record Growth(List<PaperSummary> fresh, List<PaperSummary> changed, List<String> gone) {
    public Growth {
        fresh = List.copyOf(fresh);
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    /** @param before the account of the earlier corpus, as {@link CorpusJson} makes it */
    public static Growth since(JsonNode before, Corpus now) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        before.path("papers").forEach(p -> known.put(p.path("file_sha256").asText(), p));
        List<PaperSummary> fresh = new ArrayList<>();
        List<PaperSummary> changed = new ArrayList<>();
        for (PaperSummary paper : now.papers()) {
            JsonNode was = known.remove(paper.sha256());
            if (was == null) {
                fresh.add(paper);
            } else if (was.path("chunks").asInt() != paper.chunks()
                    || was.path("tokens").asInt() != paper.tokens()) {
                changed.add(paper);
            }
        }
        return new Growth(
                fresh,
                changed,
                known.values().stream().map(p -> p.path("title").asText()).toList());
    }

    public boolean none() {
        return fresh.isEmpty() && changed.isEmpty() && gone.isEmpty();
    }

    /** In a sentence. */
    public String words() {
        return "Since the corpus on record: " + fresh.size() + " new files with "
                + fresh.stream().mapToInt(PaperSummary::chunks).sum() + " passages, " + changed.size()
                + " files with other passages, " + gone.size() + " gone.";
    }

    /** For files. */
    public Map<String, Object> json() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("new", fresh.stream().map(CorpusJson::known).collect(Collectors.toList()));
        one.put("changed", changed.stream().map(PaperSummary::sha256).toList());
        one.put("gone", gone);
        return one;
    }
}
