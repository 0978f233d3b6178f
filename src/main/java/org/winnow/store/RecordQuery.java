package org.winnow.store;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Outcome;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceId;
import org.winnow.model.Stage;
import org.winnow.model.TagId;

/**
 * Which records, and in which order. Every part that is set narrows the result.
 *
 * @param stage only records that this stage is for: at title and abstract those from databases and registers, at full
 *     text those that passed and those found by other methods; null for all records
 * @param outcomes where they stand at the stage, or at any stage where none is named; empty for all
 * @param reviewer whose verdicts {@code mine} speaks of
 * @param mine which of the reviewer's own verdicts; at full text a report that was not retrieved is not undecided
 * @param tags only records with at least one of these; empty for all
 * @param sources only records from one of these; empty for all
 * @param text words to find anywhere in title, authors, abstract, keywords or journal, each as the beginning of a word;
 *     a phrase in quotation marks as it stands; empty for all
 * @param duplicates which records of a duplicate group
 * @param queue what {@code mine} means by undecided: what waits for the reviewer; null for all that they have not decided.
 *     Also the seed of the random order
 */
public record RecordQuery(
        @Nullable Stage stage,
        Set<Outcome> outcomes,
        @Nullable ReviewerId reviewer,
        Mine mine,
        Set<TagId> tags,
        Set<SourceId> sources,
        String text,
        Group duplicates,
        Order order,
        @Nullable Queue queue) {

    /** What the reviewer has said. */
    public enum Mine {
        ANY,
        UNDECIDED,
        INCLUDE,
        EXCLUDE,
        MAYBE,
        DECIDED,
        /** Decided before the criteria changed, and to be looked at again: see {@link LookAgain}. */
        AGAIN
    }

    /** Which records of a duplicate group. */
    public enum Group {
        KEEPERS,
        DUPLICATES,
        ALL
    }

    /** The order of the result; ties by the order of import. */
    public enum Order {
        IMPORTED,
        TITLE,
        AUTHOR,
        NEWEST,
        OLDEST,
        JOURNAL,
        RANDOM
    }

    public RecordQuery {
        outcomes = Set.copyOf(outcomes);
        tags = Set.copyOf(tags);
        sources = Set.copyOf(sources);
        text = text.strip();
    }

    /** Every record that stands for itself, in the order of import. */
    public static RecordQuery everything() {
        return new RecordQuery(
                null, Set.of(), null, Mine.ANY, Set.of(), Set.of(), "", Group.KEEPERS, Order.IMPORTED, null);
    }

    public static RecordQuery at(Stage stage) {
        return everything().withStage(stage);
    }

    public RecordQuery withStage(@Nullable Stage value) {
        return new RecordQuery(value, outcomes, reviewer, mine, tags, sources, text, duplicates, order, queue);
    }

    public RecordQuery withOutcomes(Outcome first, Outcome... more) {
        return withOutcomes(EnumSet.of(first, more));
    }

    public RecordQuery withOutcomes(Set<Outcome> value) {
        return new RecordQuery(stage, value, reviewer, mine, tags, sources, text, duplicates, order, queue);
    }

    public RecordQuery withMine(@Nullable ReviewerId who, Mine value) {
        return new RecordQuery(stage, outcomes, who, value, tags, sources, text, duplicates, order, queue);
    }

    /** Records that carry at least one of these tags; empty for all records. */
    public RecordQuery withTags(Set<TagId> value) {
        return new RecordQuery(stage, outcomes, reviewer, mine, value, sources, text, duplicates, order, queue);
    }

    /** Records that came from one of these sources; empty for all records. */
    public RecordQuery withSources(Set<SourceId> value) {
        return new RecordQuery(stage, outcomes, reviewer, mine, tags, value, text, duplicates, order, queue);
    }

    public RecordQuery withText(String value) {
        return new RecordQuery(stage, outcomes, reviewer, mine, tags, sources, value, duplicates, order, queue);
    }

    public RecordQuery withDuplicates(Group value) {
        return new RecordQuery(stage, outcomes, reviewer, mine, tags, sources, text, value, order, queue);
    }

    public RecordQuery withOrder(Order value) {
        return new RecordQuery(stage, outcomes, reviewer, mine, tags, sources, text, duplicates, value, queue);
    }

    /** The same for the person whose queue it is; see {@link Team#mine}. */
    RecordQuery withQueue(@Nullable Queue value) {
        return new RecordQuery(stage, outcomes, reviewer, mine, tags, sources, text, duplicates, order, value);
    }
}
