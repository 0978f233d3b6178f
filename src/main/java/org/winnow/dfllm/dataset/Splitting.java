package org.winnow.dfllm.dataset;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.winnow.model.Sha256;

/**
 * Divides items into training, validation and test so that nothing leaks: reports are divided first, then an item is
 * where all reports of all items of its group are. A group whose reports are in several splits is in none.
 *
 * @param validation share of the reports, from 0 to 1
 * @param test share of the reports, from 0 to 1
 * @param seed another one divides in another way
 */
public record Splitting(double validation, double test, long seed) {
    public static final Splitting USUAL = new Splitting(0.1, 0.2, 1);

    private static final int DRAWN_DIGITS = 40;

    public Splitting {
        if (!(validation >= 0 && test >= 0 && validation + test < 1)) {
            throw new IllegalArgumentException(
                    "the shares of validation and test are from 0 to 1 and leave something to train on, not "
                            + validation + " and " + test);
        }
    }

    /**
     * Items by what they are for.
     *
     * @param reports what each report is for, by the UUID of its record
     * @param items what each item is for, by its number
     * @param across items that are in no split because the reports of their group are in several
     */
    public record Divided(Map<String, Split> reports, Map<String, Split> items, List<Item> across) {
        public Divided {
            across = List.copyOf(across);
        }
    }

    /**
     * Divides the items.
     *
     * @param reports all that may be asked about, by the UUIDs of their records
     * @param before what reports were for the last time: once trained on, never tested on
     */
    public Divided of(Collection<Item> items, Collection<String> reports, Map<String, Split> before) {
        Set<String> all = new TreeSet<>(reports);
        items.forEach(item -> all.addAll(item.records()));
        Map<String, Split> byReport = divided(all, before);
        Map<String, Set<Split>> byGroup = new HashMap<>();
        for (Item item : items) {
            Set<Split> touched = byGroup.computeIfAbsent(item.group(), g -> new HashSet<>());
            item.records().forEach(r -> touched.add(byReport.getOrDefault(r, Split.TRAIN)));
        }
        Map<String, Split> byItem = new LinkedHashMap<>();
        for (Item item : items) {
            Set<Split> touched = byGroup.getOrDefault(item.group(), Set.of());
            if (touched.size() <= 1) {
                byItem.put(
                        item.id(),
                        touched.isEmpty()
                                ? drawn(item.group())
                                : touched.iterator().next());
            }
        }
        return new Divided(
                byReport,
                byItem,
                items.stream().filter(item -> !byItem.containsKey(item.id())).toList());
    }

    /** New reports go where most are missing, in an order that the seed draws. */
    private Map<String, Split> divided(Set<String> reports, Map<String, Split> before) {
        Map<String, Split> divided = new TreeMap<>();
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        for (String report : reports) {
            Split known = before.get(report);
            if (known != null) {
                divided.put(report, known);
                counts.merge(known, 1, Integer::sum);
            }
        }
        List<String> fresh = reports.stream()
                .filter(r -> !divided.containsKey(r))
                .collect(Collectors.toMap(this::draw, r -> r, (a, b) -> a, TreeMap::new))
                .values()
                .stream()
                .toList();
        for (String report : fresh) {
            Split most = mostMissing(counts, reports.size());
            divided.put(report, most);
            counts.merge(most, 1, Integer::sum);
        }
        return divided;
    }

    /** Where most reports are missing from the shares; in doubt to train on. */
    private Split mostMissing(Map<Split, Integer> counts, int all) {
        Split most = Split.TRAIN;
        double missing = Double.NEGATIVE_INFINITY;
        for (Split split : Split.values()) {
            double open = share(split) * all - counts.getOrDefault(split, 0);
            if (share(split) > 0 && open > missing) {
                missing = open;
                most = split;
            }
        }
        return most;
    }

    private double share(Split split) {
        return switch (split) {
            case TRAIN -> 1 - validation - test;
            case VALIDATION -> validation;
            case TEST -> test;
        };
    }

    /** What has no report, such as a question about the search, is drawn by its group. */
    private Split drawn(String group) {
        double at = Long.parseUnsignedLong(draw(group).substring(0, 8), 16) / (double) (1L << 32);
        if (at < test) {
            return Split.TEST;
        }
        return at < test + validation ? Split.VALIDATION : Split.TRAIN;
    }

    private String draw(String what) {
        return Sha256.of(seed + "\n" + what).substring(0, DRAWN_DIGITS);
    }
}
