package org.winnow.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.exchange.CarryingOver;
import org.winnow.exchange.Voices;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.work.Progress;
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

    /** Takes over what the import that was written last carries, if that was asked for; gives how many decisions. */
    long takeOver(Review review, String fileName, Progress progress) {
        if (names.isEmpty()) {
            return 0;
        }
        long importId = review.imports().all().getLast().id();
        CarryingOver over = new CarryingOver(review);
        return over.run(importId, fileName, as(over.found(importId, fileName), stage()), progress);
    }

    private CarryingOver.As as(Voices.Found found, Stage at) {
        Map<String, String> renamed = new HashMap<>();
        @Nullable String one = null;
        for (String name : names) {
            int equals = name.indexOf('=');
            if (equals > 0) {
                renamed.put(name.substring(0, equals), name.substring(equals + 1));
            } else {
                one = name;
            }
        }
        List<String> named =
                found.verdicts().keySet().stream().filter(n -> !n.isEmpty()).toList();
        if (one != null && named.size() == 1) {
            renamed.putIfAbsent(named.get(0), one);
        }
        return new CarryingOver.As(renamed, one == null ? "" : one, at);
    }
}
