package org.winnow.dfllm.corpus;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a corpus is made of papers; kept with it, so that it can be made again.
 *
 * @param chunkTokens at most so many tokens a chunk
 * @param overlapSentences so many sentences at the end of a chunk stand at the beginning of the next, too
 * @param leftOut kinds of sections that are left out
 * @param languages ISO 639-1 codes of the languages that are kept; empty for all
 * @param licences of which a report has one to be kept, as {@link Licence} names them; empty for all, also unknown ones
 * @param nearDuplicate a chunk is left out when at least this share of its word sequences stands in an earlier one of
 *     another report; from 0 to 1, above 1 to keep all
 */
public record CorpusSettings(
        int chunkTokens,
        int overlapSentences,
        Set<SectionKind> leftOut,
        Set<String> languages,
        Set<String> licences,
        double nearDuplicate) {
    /** What suits most models: a paragraph or two a chunk, one sentence of overlap. */
    public static final CorpusSettings USUAL =
            new CorpusSettings(320, 1, EnumSet.allOf(SectionKind.class), Set.of(), Set.of(), 0.8);

    public CorpusSettings {
        if (chunkTokens < 32 || chunkTokens > 8192) {
            throw new IllegalArgumentException("a chunk has 32 to 8,192 tokens, not " + chunkTokens);
        }
        if (overlapSentences < 0 || overlapSentences > 10) {
            throw new IllegalArgumentException("0 to 10 sentences overlap, not " + overlapSentences);
        }
        leftOut = leftOut.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(leftOut));
        languages = Set.copyOf(new TreeSet<>(languages));
        licences = Set.copyOf(new TreeSet<>(licences));
    }
}
