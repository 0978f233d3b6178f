package org.winnow.prisma;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Criterion;
import org.winnow.model.FlowRow;
import org.winnow.model.Source;

/**
 * The numbers of the PRISMA 2020 flow diagram, counted from what was decided and never mended to fit.
 *
 * <p>Identification counts records, retrieval and eligibility count reports. Every map keeps its order.
 *
 * @param boxes the number in each box, under the names of the PRISMA2020 data file where it has one
 * @param databases records identified per database, by name
 * @param registers records identified per register, by name
 * @param others records identified per source of the other methods, by name
 * @param reasons reports excluded per reason, databases and registers
 * @param otherReasons reports excluded per reason, other methods
 * @param warnings what is unsettled or does not add up, as sentences
 * @param text what stands around the numbers
 */
public record FlowCounts(
        Map<String, Long> boxes,
        Map<String, Long> databases,
        Map<String, Long> registers,
        Map<String, Long> others,
        Map<String, Long> reasons,
        Map<String, Long> otherReasons,
        List<String> warnings,
        FlowText text) {
    /** Counts under the official words. */
    public FlowCounts(
            Map<String, Long> boxes,
            Map<String, Long> databases,
            Map<String, Long> registers,
            Map<String, Long> others,
            Map<String, Long> reasons,
            Map<String, Long> otherReasons,
            List<String> warnings) {
        this(boxes, databases, registers, others, reasons, otherReasons, warnings, FlowText.OFFICIAL);
    }

    public FlowCounts {
        boxes = ordered(boxes);
        databases = ordered(databases);
        registers = ordered(registers);
        others = ordered(others);
        reasons = ordered(reasons);
        otherReasons = ordered(otherReasons);
        warnings = List.copyOf(warnings);
    }

    /**
     * Counts a review.
     *
     * @param reasonOrder the criteria in the order in which their reasons are to be listed
     */
    public static FlowCounts of(List<Source> sources, List<FlowRow> rows, List<Criterion> reasonOrder) {
        return new FlowTally(sources, rows, reasonOrder, Beyond.NOTHING).counts();
    }

    /** The same numbers under other words. */
    public FlowCounts withText(FlowText other) {
        return new FlowCounts(boxes, databases, registers, others, reasons, otherReasons, warnings, other);
    }

    /** The number in a box, 0 where the box has none. */
    public long box(String name) {
        return boxes.getOrDefault(name, 0L);
    }

    private static Map<String, Long> ordered(Map<String, Long> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
