package org.winnow.ui.team;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Reviewer;
import org.winnow.model.Stage;
import org.winnow.store.Merged;
import org.winnow.work.Progress;

/** Packing and merging as the whole program does it. */
public interface SessionDesk {
    /**
     * What to pack.
     *
     * @param stage the stage to be screened, or null for whatever there is
     * @param words that the records must have; empty for all
     * @param assigned whether only the records go that are assigned to the recipient
     * @param password empty to leave the file open
     */
    record Order(
            Reviewer reviewer,
            @Nullable Stage stage,
            String words,
            boolean assigned,
            boolean fullTexts,
            String password) {}

    /**
     * What a file would bring.
     *
     * @param reviewer who sends it
     */
    record Plan(Path file, String password, String reviewer, Instant packedAt, Merged merged) {}

    /** Whether the person shares the records of the stage, null for any, with others. */
    boolean followsAssignment(Reviewer reviewer, @Nullable Stage stage);

    /** Writes a pack; gives how many records are in it. */
    long pack(Order order, Path target, Progress progress);

    boolean isLocked(Path file);

    /** Looks through a file and says what it would bring; nothing is taken yet. */
    Plan plan(Path file, String password, Progress progress);

    /** Takes what the plan says, after a copy of the review. */
    Merged take(Plan plan, Progress progress);
}
