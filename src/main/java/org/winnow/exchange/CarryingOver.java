package org.winnow.exchange;

import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.decision.Carried;
import org.winnow.formats.decision.CarriedDecisions;
import org.winnow.model.BibRecord;
import org.winnow.model.Stage;
import org.winnow.model.Verdict;
import org.winnow.store.Said;

/**
 * Gathers, while a file is read, the decisions that its records carry, and makes them decisions of this review's people
 * if a person says so. The import writes them down with the records: both come in, and are undone, together.
 */
final class CarryingOver {
    /** The reason of a report that was excluded at full text without one, which this review would not allow. */
    static final String NO_REASON = "No reason given";

    private record OnRecord(long place, List<Carried> said) {}

    private final ImportRequest request;
    private final Voices voices = new Voices();
    private final List<OnRecord> heard = new ArrayList<>();

    CarryingOver(ImportRequest request) {
        this.request = request;
    }

    /** @param place of the record among those that go in, from 0 */
    void hear(long place, BibRecord record) {
        if (request.decisions() == null) {
            return;
        }
        List<Carried> said = CarriedDecisions.of(record, request.shortName(), request.log());
        if (!said.isEmpty()) {
            voices.hear(said);
            heard.add(new OnRecord(place, said));
        }
    }

    /** All that is to be written down; nothing where nobody asked for it. */
    List<Said> said() {
        DecisionsAs asked = request.decisions();
        if (asked == null) {
            return List.of();
        }
        DecisionsAs as = asked.over(voices.found());
        List<Said> all = new ArrayList<>();
        heard.forEach(on -> take(on, as, all));
        return all;
    }

    private static void take(OnRecord on, DecisionsAs as, List<Said> all) {
        String somebody = "";
        for (Carried c : on.said()) {
            String name = as.of(c.reviewer());
            // Tags belong to nobody in some programs: whoever decided on the record puts them on.
            String who = name.isEmpty() ? somebody : name;
            if (who.isEmpty()) {
                continue;
            }
            Verdict verdict = name.isEmpty() ? null : c.verdict();
            Stage stage = c.stage() == null ? as.stage() : c.stage();
            String reason = verdict == Verdict.EXCLUDE ? reason(c.reason(), stage) : "";
            if (verdict != null || !c.note().isEmpty() || !c.tags().isEmpty()) {
                all.add(new Said(on.place(), who, stage, verdict, reason, c.resolution(), c.note(), c.tags()));
            }
            somebody = somebody.isEmpty() && verdict != null ? who : somebody;
        }
    }

    private static String reason(String label, Stage stage) {
        return label.isEmpty() && stage == Stage.FULL_TEXT ? NO_REASON : label;
    }
}
