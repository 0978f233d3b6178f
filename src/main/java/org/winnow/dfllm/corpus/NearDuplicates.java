package org.winnow.dfllm.corpus;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.winnow.model.RecordId;

/**
 * Passages that stand in an earlier report nearly word for word, by the share of their sequences of eight words
 * (Broder 1997, containment of shingles). Within one report nothing is compared: chunks of it overlap on purpose.
 */
final class NearDuplicates {
    private static final int WORDS = 8;

    private final double share;
    private final Map<Long, RecordId> first = new HashMap<>();

    /** @param share from 0 to 1 of a passage's sequences that makes it a near-duplicate; above 1 for none */
    NearDuplicates(double share) {
        this.share = share;
    }

    /** The report that has a passage already; empty where none has, and from now on this one has it. */
    Optional<RecordId> seen(RecordId report, String text) {
        Set<Long> shingles = shingles(text);
        Map<RecordId, Integer> counts = new HashMap<>();
        for (long shingle : shingles) {
            RecordId other = first.get(shingle);
            if (other != null && !other.equals(report)) {
                counts.merge(other, 1, Integer::sum);
            }
        }
        Optional<RecordId> found = counts.entrySet().stream()
                .filter(e -> e.getValue() >= share * shingles.size())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        if (found.isEmpty()) {
            shingles.forEach(shingle -> first.putIfAbsent(shingle, report));
        }
        return found;
    }

    private static Set<Long> shingles(String text) {
        String[] words = text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .split(" ");
        Set<Long> shingles = new HashSet<>();
        for (int i = 0; i + WORDS <= words.length; i++) {
            // FNV-1a over the characters, 64 bits: a collision among millions of sequences is no matter here.
            long hash = 0xcbf29ce484222325L;
            for (int j = i; j < i + WORDS; j++) {
                for (int k = 0; k < words[j].length(); k++) {
                    hash = (hash ^ words[j].charAt(k)) * 0x100000001b3L;
                }
                hash = (hash ^ ' ') * 0x100000001b3L;
            }
            shingles.add(hash);
        }
        return shingles;
    }
}
