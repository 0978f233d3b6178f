package org.winnow.prisma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.model.FlowRow;
import org.winnow.model.Outcome;
import org.winnow.model.Retrieval;

/** Counts one arm of the flow: databases and registers, or the other methods. */
final class ArmTally {
    private static final String NO_REASON = "No reason given";

    long duplicates;
    long screened;
    long excludedBefore;
    long sought;
    long notRetrieved;
    long assessed;
    long excluded;
    long included;

    long unreadByTool;
    long excludedByTool;

    private final boolean searched;
    private final boolean stopped;
    private final List<String> reasonOrder;
    private final Map<String, Long> byReason = new TreeMap<>();
    private long unscreened;
    private long conflictsBefore;
    private long readUnasked;
    private long readUnretrieved;
    private long unread;
    private long conflicts;
    private long maybes;

    /**
     * @param searched whether this is the arm of databases and registers, the one with a screening box
     * @param stopped whether screening was stopped by a rule: what nobody has read was left out by automation
     */
    ArmTally(boolean searched, boolean stopped, List<String> reasonOrder) {
        this.searched = searched;
        this.stopped = stopped && searched;
        this.reasonOrder = List.copyOf(reasonOrder);
    }

    /** The reason as it is listed: one line, and words for none. */
    static String reason(String label) {
        String line = label.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? NO_REASON : line;
    }

    void add(FlowRow row) {
        if (row.duplicate()) {
            duplicates += row.records();
        } else if (screens(row)) {
            sought += row.records();
            read(row);
        } else if (row.fullText() != Outcome.UNDECIDED) {
            readUnasked += row.records();
        }
    }

    /** Whether the report is sought after the screening of title and abstract. */
    private boolean screens(FlowRow row) {
        long n = row.records();
        switch (row.titleAbstract()) {
            case UNDECIDED -> {
                unreadByTool += stopped ? n : 0;
                unscreened += stopped ? 0 : n;
            }
            case AWAITING -> unscreened += n;
            case CONFLICT -> {
                screened += n;
                conflictsBefore += n;
            }
            case EXCLUDE -> {
                screened += n;
                excludedBefore += n;
                excludedByTool += row.byTool() ? n : 0;
            }
            case INCLUDE, MAYBE -> screened += n;
        }
        // The other methods have no screening box: what is not turned down is sought.
        return searched ? row.titleAbstract().passes() : row.titleAbstract() != Outcome.EXCLUDE;
    }

    private void read(FlowRow row) {
        boolean pending = row.fullText() == Outcome.UNDECIDED || row.fullText() == Outcome.AWAITING;
        boolean missing = row.retrieval() == Retrieval.NOT_RETRIEVED;
        if (pending && missing) {
            notRetrieved += row.records();
        } else if (pending) {
            unread += row.records();
        } else {
            assessed += row.records();
            readUnretrieved += missing ? row.records() : 0;
            judge(row);
        }
    }

    private void judge(FlowRow row) {
        long n = row.records();
        switch (row.fullText()) {
            case INCLUDE -> included += n;
            case EXCLUDE -> {
                excluded += n;
                byReason.merge(reason(row.reason()), n, Long::sum);
            }
            case MAYBE -> maybes += n;
            case CONFLICT -> conflicts += n;
            case UNDECIDED, AWAITING -> throw new IllegalArgumentException("not read yet: " + row);
        }
    }

    /** Reports excluded per reason: the review's order first, then reasons it does not know, then none given. */
    Map<String, Long> reasons() {
        Map<String, Long> left = new TreeMap<>(byReason);
        Map<String, Long> ordered = new LinkedHashMap<>();
        for (String label : reasonOrder) {
            move(label, left, ordered);
        }
        long none = left.getOrDefault(NO_REASON, 0L);
        left.remove(NO_REASON);
        ordered.putAll(left);
        if (none > 0) {
            ordered.put(NO_REASON, none);
        }
        return ordered;
    }

    private static void move(String label, Map<String, Long> from, Map<String, Long> to) {
        Long n = from.remove(label);
        if (n != null) {
            to.put(label, n);
        }
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (searched) {
            say(warnings, unscreened, "still awaits", "still await", "screening at title and abstract.");
            say(warnings, conflictsBefore, "has", "have", "an unsettled conflict at title and abstract.");
        } else {
            unexplained(warnings, duplicates, "duplicates");
            unexplained(warnings, excludedBefore, "excluded at title and abstract");
        }
        say(
                warnings,
                readUnasked,
                "has",
                "have",
                "a full-text verdict without having passed title and abstract," + " which is not counted.");
        say(
                warnings,
                readUnretrieved,
                "is",
                "are",
                "marked as not retrieved despite a full-text verdict;" + " the verdict is counted.");
        say(warnings, unread, "still awaits", "still await", "assessment at full text.");
        say(warnings, conflicts, "has", "have", "an unsettled conflict at full text.");
        say(warnings, maybes, "is", "are", "still a maybe at full text.");
        say(warnings, byReason.getOrDefault(NO_REASON, 0L), "is", "are", "excluded at full text without a reason.");
        return warnings;
    }

    private void say(List<String> warnings, long n, String one, String many, String rest) {
        if (n > 0) {
            String arm = searched ? "" : " from other methods";
            warnings.add(Words.counted(n, "record" + arm + " " + one, "records" + arm + " " + many) + " " + rest);
        }
    }

    private static void unexplained(List<String> warnings, long n, String why) {
        if (n > 0) {
            warnings.add("W1: " + Words.counted(n, "record", "records") + " from other methods (" + why
                    + ") left the flow without a box: the template has none for them, explain them in the text.");
        }
    }
}
