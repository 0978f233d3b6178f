package org.winnow.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person does in the team. */
public enum Role {
    /** Decides on records. */
    SCREENER,
    /** Decides, and settles conflicts. */
    SETTLER,
    /** Decides, settles conflicts and makes the team's rules. */
    LEAD;

    /** The word for this role in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(r -> r.key().equals(key)).findFirst();
    }
}
