package org.winnow.fulltext;

import java.util.Arrays;
import java.util.List;

/**
 * The number of a section, by which the next one can be told from a number in a figure or a list.
 *
 * @param parts {@code 2.1} has two; none before the first section
 */
record SectionNumber(List<Integer> parts) {
    static final SectionNumber NONE = new SectionNumber(List.of());

    SectionNumber {
        parts = List.copyOf(parts);
    }

    /** Roman numerals and letters do not count here. */
    SectionNumber next(String printed) {
        List<Integer> next = parts(printed);
        return next.isEmpty() ? this : new SectionNumber(next);
    }

    /** Whether the number can follow this one: the next on any level, or the first below; one may be missing. */
    boolean goesOnWith(String printed) {
        List<Integer> next = parts(printed);
        if (next.isEmpty()) {
            return !printed.matches("\\d.*");
        }
        int depth = next.size() - 1;
        boolean sameAbove = depth <= parts.size() && next.subList(0, depth).equals(parts.subList(0, depth));
        int before = depth < parts.size() ? parts.get(depth) : 0;
        return sameAbove && next.get(depth) > before && next.get(depth) <= before + 2;
    }

    private static List<Integer> parts(String printed) {
        String plain = printed.replaceAll("[.)]+$", "");
        return plain.matches("\\d{1,2}(\\.\\d{1,2})*")
                ? Arrays.stream(plain.split("\\.")).map(Integer::valueOf).toList()
                : List.of();
    }
}
