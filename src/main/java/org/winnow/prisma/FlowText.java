package org.winnow.prisma;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What stands around the numbers of a diagram: other words, links, and what a person said of a number.
 *
 * <p>Keys are the names of the boxes; a number in a list is named after its box and label: {@code dbr_excluded/No
 * control}. Headings are {@code prevstud}, {@code newstud}, {@code othstud}, {@code identification}, {@code screening},
 * {@code included}.
 *
 * @param labels words in place of the official ones
 * @param tooltips what a box says when the pointer rests on it
 * @param links where a box leads
 * @param byHand why a number that was typed in is what it is; empty where nobody said
 * @param unknown numbers that nobody knows yet, drawn as xxx
 * @param hidden numbers whose line is left out
 * @param footnotes sentences below the diagram
 */
public record FlowText(
        Map<String, String> labels,
        Map<String, String> tooltips,
        Map<String, String> links,
        Map<String, String> byHand,
        Set<String> unknown,
        Set<String> hidden,
        Set<String> footnotes) {
    /** The official words and nothing else. */
    public static final FlowText OFFICIAL =
            new FlowText(Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Set.of(), Set.of());

    public FlowText {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        tooltips = Collections.unmodifiableMap(new LinkedHashMap<>(tooltips));
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
        byHand = Collections.unmodifiableMap(new LinkedHashMap<>(byHand));
        unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
        hidden = Collections.unmodifiableSet(new LinkedHashSet<>(hidden));
        footnotes = Collections.unmodifiableSet(new LinkedHashSet<>(footnotes));
    }

    String label(String key, String official) {
        return labels.getOrDefault(key, official);
    }

    FlowText withByHand(Map<String, String> notes) {
        return new FlowText(labels, tooltips, links, notes, unknown, hidden, footnotes);
    }

    FlowText withUnknown(Set<String> numbers) {
        return new FlowText(labels, tooltips, links, byHand, numbers, hidden, footnotes);
    }

    /** Whether the diagram has a place for a number: one that is there, or one that is still to be found out. */
    boolean asks(FlowCounts counts, String box) {
        return counts.box(box) != 0 || unknown.contains(box);
    }

    /** The same with other words where the map has some. */
    public FlowText withLabels(Map<String, String> words) {
        Map<String, String> all = new LinkedHashMap<>(labels);
        all.putAll(words);
        return new FlowText(all, tooltips, links, byHand, unknown, hidden, footnotes);
    }
}
