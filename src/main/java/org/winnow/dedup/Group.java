package org.winnow.dedup;

import java.util.List;
import java.util.Map;
import org.winnow.model.RecordId;

/**
 * Records that are the same report, merged without asking.
 *
 * @param keeper the record that stands for all
 * @param duplicates the others, lowest id first
 * @param why for each duplicate what makes it the same as the keeper, or as another member that is
 */
public record Group(RecordId keeper, List<RecordId> duplicates, Map<RecordId, String> why) {
    public Group {
        duplicates = List.copyOf(duplicates);
        why = Map.copyOf(why);
    }
}
