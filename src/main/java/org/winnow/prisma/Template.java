package org.winnow.prisma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.winnow.model.Source;

/** Which of the official PRISMA 2020 flow diagram templates for new reviews is drawn. */
public enum Template {
    /** Databases and registers only (v1). */
    NEW_DATABASES("new-databases"),
    /** Databases, registers and other methods (v2). */
    NEW_ALL("new-all");

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

    /** The template that shows every source: with other methods where there are any. */
    public static Template fitting(List<Source> sources) {
        return sources.stream().allMatch(s -> s.kind().databaseOrRegister()) ? NEW_DATABASES : NEW_ALL;
    }

    /** Whether the template has a column for the other methods. */
    public boolean otherMethods() {
        return this == NEW_ALL;
    }

    /** The warnings of the counts, and one more where this template would leave some of them out of sight. */
    public List<String> warnings(FlowCounts counts) {
        List<String> warnings = new ArrayList<>(counts.warnings());
        long hidden =
                counts.others().values().stream().mapToLong(Long::longValue).sum();
        if (!otherMethods() && hidden > 0) {
            warnings.add(Words.counted(hidden, "record was", "records were")
                    + " found by other methods, which the template " + key + " does not show: use " + NEW_ALL.key
                    + ".");
        }
        return warnings;
    }
}
