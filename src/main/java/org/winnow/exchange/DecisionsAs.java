package org.winnow.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.winnow.model.Stage;

/**
 * Whose the decisions become that come with a file.
 *
 * @param names from the file's names to the review's; an empty name leaves that person's decisions out, a name that is
 *     missing stays as it is
 * @param nameless whose those are that name nobody; empty leaves them out
 * @param stage the stage of those that name none
 */
public record DecisionsAs(Map<String, String> names, String nameless, Stage stage) {
    public DecisionsAs {
        names = Map.copyOf(names);
    }

    /** Everything that one person said, whatever the file calls them. */
    public static DecisionsAs one(String reviewer, Stage stage) {
        return new DecisionsAs(Map.of(), reviewer, stage);
    }

    /** What this means for one file: where it names a single person, the one who was asked for is meant. */
    DecisionsAs over(Voices.Found found) {
        List<String> named =
                found.verdicts().keySet().stream().filter(n -> !n.isEmpty()).toList();
        if (nameless.isEmpty() || named.size() != 1) {
            return this;
        }
        Map<String, String> renamed = new HashMap<>(names);
        renamed.putIfAbsent(named.get(0), nameless);
        return new DecisionsAs(renamed, nameless, stage);
    }

    /** Who says here what the file lets somebody say; empty where it is left out. */
    String of(String name) {
        return name.isEmpty() ? nameless : names.getOrDefault(name, name).strip();
    }
}
