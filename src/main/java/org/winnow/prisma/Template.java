package org.winnow.prisma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.winnow.model.Source;

/** Which of the four official PRISMA 2020 flow diagram templates is drawn. */
public enum Template {
    /** A new review, databases and registers only (v1). */
    NEW_DATABASES("new-databases"),
    /** A new review, databases, registers and other methods (v2). */
    NEW_ALL("new-all"),
    /** An updated review, databases and registers only (v1). */
    UPDATED_DATABASES("updated-databases"),
    /** An updated review, databases, registers and other methods (v2). */
    UPDATED_ALL("updated-all");

    private final String key;

    Template(String key) {
        this.key = key;
    }

    /** The word for this template in files and on the command line. */
    public String key() {
        return key;
    }

    public static Optional<Template> of(String key) {
        return Arrays.stream(values()).filter(t -> t.key.equals(key)).findFirst();
    }

    /** The template with these columns. */
    public static Template with(boolean updated, boolean otherMethods) {
        if (updated) {
            return otherMethods ? UPDATED_ALL : UPDATED_DATABASES;
        }
        return otherMethods ? NEW_ALL : NEW_DATABASES;
    }

    /** The template for a new review that shows every source: with other methods where there are any. */
    public static Template fitting(List<Source> sources) {
        return with(false, sources.stream().anyMatch(s -> !s.kind().databaseOrRegister()));
    }

    /** Whether the template has a column for the other methods. */
    public boolean otherMethods() {
        return this == NEW_ALL || this == UPDATED_ALL;
    }

    /** Whether the template has a column for the previous version, and its totals. */
    public boolean updated() {
        return this == UPDATED_DATABASES || this == UPDATED_ALL;
    }

    /** The warnings of the counts, and one more where this template would leave some of them out of sight. */
    public List<String> warnings(FlowCounts counts) {
        List<String> warnings = new ArrayList<>(counts.warnings());
        long hidden =
                counts.others().values().stream().mapToLong(Long::longValue).sum();
        if (!otherMethods() && hidden > 0) {
            warnings.add(Words.counted(hidden, "record was", "records were")
                    + " found by other methods, which the template " + key + " does not show: use "
                    + with(updated(), true).key + ".");
        }
        return warnings;
    }
}
