package org.winnow.ui.kit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Criterion;
import org.winnow.model.CriterionId;
import org.winnow.model.Stage;

/** What can be said of the record in front. */
public interface Deciding {
    Stage stage();

    /** The reasons for exclusion in the review's order. */
    List<Criterion> reasons();

    /** Whether an exclusion can be taken without asking for a reason. */
    boolean reasonIsOptional();

    void include();

    void maybe();

    /** @param reason needed at full text, may be null at title and abstract */
    void exclude(@Nullable CriterionId reason);

    /** Makes the record undecided again for this reviewer. */
    void withdraw();

    /** Says that the full report could not be had. */
    void notRetrieved();
}
