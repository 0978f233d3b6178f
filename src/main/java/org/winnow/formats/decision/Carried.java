package org.winnow.formats.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;

/**
 * What somebody said of a record in the program that wrote it out.
 *
 * @param tool the program
 * @param reviewer who said it, as the program names them; empty where it names nobody
 * @param stage the stage at which it was said, or null where the program does not tell
 * @param verdict null where there is none, but a note or tags
 * @param reason for an exclusion, empty where none is given
 * @param resolution whether it settled a conflict for everybody
 * @param note of this reviewer, empty where there is none
 * @param tags that the record carries
 */
public record Carried(
        Tool tool,
        String reviewer,
        @Nullable Stage stage,
        @Nullable Verdict verdict,
        String reason,
        boolean resolution,
        String note,
        List<String> tags) {
    /** A program whose decisions can be read. */
    public enum Tool {
        WINNOW("Winnow"),
        RAYYAN("Rayyan"),
        ASREVIEW("ASReview"),
        COVIDENCE("Covidence"),
        EPPI("EPPI-Reviewer");

        private final String title;

        Tool(String title) {
            this.title = title;
        }

        /** Its name for people. */
        public String title() {
            return title;
        }
    }

    public Carried {
        tags = List.copyOf(tags);
    }

    static Carried verdict(Tool tool, String reviewer, @Nullable Stage stage, Verdict verdict, String reason) {
        return new Carried(tool, reviewer, stage, verdict, reason, false, "", List.of());
    }

    static Carried words(Tool tool, String reviewer, String note, List<String> tags) {
        return new Carried(tool, reviewer, null, null, "", false, note, tags);
    }
}
