package org.winnow.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.DecisionsAs;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import picocli.CommandLine.Option;

/** Whether decisions that come with a file become decisions of this review, and whose. */
final class DecisionsOption {
    @Option(
            names = "--decisions-as",
            paramLabel = "NAME",
            description = {
                "take over the decisions that the files carry (Rayyan, ASReview, Covidence, EPPI-Reviewer, Winnow)"
                        + " as those of this reviewer;",
                "OLD=NEW for one of several reviewers that a file names, OLD= to leave theirs out; others keep their names"
            })
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            defaultValue = "title-abstract",
            description = "stage of decisions that name none: title-abstract or full-text (default: ${DEFAULT-VALUE})")
    private String stage = "title-abstract";

    /** Says what is wrong with the words before anything is imported. */
    void check() {
        stage();
    }

    private Stage stage() {
        return Stage.of(stage)
                .orElseThrow(
                        () -> new UserException("\"" + stage + "\" is no stage: write title-abstract or full-text."));
    }

    /** Whose decisions they become, or null where nobody asked for them. */
    @Nullable
    DecisionsAs asked() {
        if (names.isEmpty()) {
            return null;
        }
        Map<String, String> renamed = new HashMap<>();
        String one = "";
        for (String name : names) {
            int equals = name.indexOf('=');
            if (equals > 0) {
                renamed.put(name.substring(0, equals), name.substring(equals + 1));
            } else {
                one = name;
            }
        }
        return new DecisionsAs(renamed, one, stage());
    }
}
