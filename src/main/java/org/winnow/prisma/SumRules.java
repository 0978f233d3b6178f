package org.winnow.prisma;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks that the numbers of a flow diagram add up, wherever they came from; it only reports.
 *
 * <p>The rules follow from the arithmetic of the PRISMA 2020 flow diagram. A rule is checked where the box on its left
 * and at least one box on its right have a number; other boxes without a number count as 0.
 */
public final class SumRules {
    private static final String[] OTHER_METHODS = {
        "website_results", "organisation_results", "citations_results", "other_results"
    };

    private final Map<String, Long> boxes;
    private final Map<String, Long> databases;
    private final Map<String, Long> registers;
    private final Map<String, Long> reasons;
    private final Map<String, Long> otherReasons;
    private final List<BrokenRule> broken = new ArrayList<>();

    /** Rules over the boxes alone. */
    public SumRules(Map<String, Long> boxes) {
        this(boxes, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Rules over the boxes and the lists inside them; an empty list is one that is not shown. */
    public SumRules(
            Map<String, Long> boxes,
            Map<String, Long> databases,
            Map<String, Long> registers,
            Map<String, Long> reasons,
            Map<String, Long> otherReasons) {
        this.boxes = new LinkedHashMap<>(boxes);
        this.databases = databases;
        this.registers = registers;
        this.reasons = reasons;
        this.otherReasons = otherReasons;
    }

    /** Rules over counts as they are. */
    public static SumRules of(FlowCounts counts) {
        return new SumRules(
                counts.boxes(), counts.databases(), counts.registers(), counts.reasons(), counts.otherReasons());
    }

    /** Every rule that is broken, in the rules' order; empty when all is well. */
    public List<BrokenRule> broken() {
        broken.clear();
        list("E1", "database_results", databases, "databases listed");
        list("E2", "register_results", registers, "registers listed");
        equal(
                "E3",
                "records_screened",
                "database_results",
                "register_results",
                "-duplicates",
                "-excluded_automatic",
                "-excluded_other");
        equal("E4", "records_excluded", "excluded_by_human", "excluded_by_automation");
        equal("E5", "dbr_sought_reports", "records_screened", "-records_excluded");
        equal("E6", "dbr_assessed", "dbr_sought_reports", "-dbr_notretrieved_reports");
        list("E7", "dbr_excluded", reasons, "reasons listed");
        equal("E7", "dbr_included_reports", "dbr_assessed", "-dbr_excluded", "-dbr_ongoing", "-dbr_awaiting");
        equal("E8", "other_assessed", "other_sought_reports", "-other_notretrieved_reports");
        list("E9", "other_excluded", otherReasons, "reasons listed");
        equal("E9", "other_included_reports", "other_assessed", "-other_excluded", "-other_ongoing", "-other_awaiting");
        included();
        equal("E11", "total_reports", "previous_reports", "new_reports");
        atMost("E12", "total_studies_ma", boxes.containsKey("total_studies") ? "total_studies" : "new_studies");
        equal("I1", "ipd_sought_studies", "ipd_provided_studies", "ipd_missing_studies");
        negative();
        atMost("W1", "other_sought_reports", OTHER_METHODS);
        atMost("W2", "new_studies", "new_reports");
        equal("W3", "total_studies", "previous_studies", "new_studies");
        return List.copyOf(broken);
    }

    /** E10; without numbers for what each arm included, E7, E9 and E10 are one sum. */
    private void included() {
        if (boxes.containsKey("dbr_included_reports") || boxes.containsKey("other_included_reports")) {
            equal("E10", "new_reports", "dbr_included_reports", "other_included_reports");
        } else {
            equal(
                    "E10",
                    "new_reports",
                    "dbr_assessed",
                    "-dbr_excluded",
                    "-dbr_ongoing",
                    "-dbr_awaiting",
                    "other_assessed",
                    "-other_excluded",
                    "-other_ongoing",
                    "-other_awaiting");
        }
    }

    private void equal(String rule, String left, String... terms) {
        if (known(left, terms) && !value(left).equals(sum(terms))) {
            add(
                    rule,
                    named(left) + " is " + number(left) + ", but " + written(terms) + " = " + number(sum(terms)) + ".");
        }
    }

    private void atMost(String rule, String left, String... terms) {
        if (known(left, terms) && value(left).compareTo(sum(terms)) > 0) {
            String right = terms.length == 1 ? written(terms) : written(terms) + " = " + number(sum(terms));
            add(rule, named(left) + " is " + number(left) + ", which is more than " + right + ".");
        }
    }

    private void list(String rule, String box, Map<String, Long> parts, String listed) {
        BigInteger sum = parts.values().stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (boxes.containsKey(box) && !parts.isEmpty() && !value(box).equals(sum)) {
            add(rule, named(box) + " is " + number(box) + ", but the " + listed + " add up to " + number(sum) + ".");
        }
    }

    /** E13 over every number there is. */
    private void negative() {
        boxes.forEach((box, n) -> negative(named(box), n));
        Stream.of(databases, registers, reasons, otherReasons)
                .forEach(parts -> parts.forEach((label, n) -> negative("“" + label + "”", n)));
    }

    private void negative(String what, long n) {
        if (n < 0) {
            add("E13", what + " is " + Words.number(n) + ", but no count can be below 0.");
        }
    }

    private void add(String rule, String sentence) {
        broken.add(new BrokenRule(rule, rule + ": " + sentence));
    }

    private boolean known(String left, String... terms) {
        return boxes.containsKey(left) && Arrays.stream(terms).anyMatch(t -> boxes.containsKey(box(t)));
    }

    private BigInteger sum(String... terms) {
        return Arrays.stream(terms)
                .map(t -> t.startsWith("-") ? value(box(t)).negate() : value(t))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private String written(String... terms) {
        StringBuilder text = new StringBuilder();
        for (String term : terms) {
            if (!boxes.containsKey(box(term))) {
                continue;
            }
            text.append(term.startsWith("-") ? " − " : text.isEmpty() ? "" : " + ");
            text.append(words(box(term))).append(" (").append(number(box(term))).append(")");
        }
        return text.toString().strip();
    }

    private BigInteger value(String box) {
        return BigInteger.valueOf(boxes.getOrDefault(box, 0L));
    }

    private String number(String box) {
        return Words.number(boxes.getOrDefault(box, 0L));
    }

    private static String number(BigInteger n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String named(String box) {
        String words = words(box);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String words(String box) {
        return BoxWords.of(box);
    }

    private static String box(String term) {
        return term.startsWith("-") ? term.substring(1) : term;
    }
}
