package org.winnow.formats.bibtex;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** The fields of an entry, crossed off as they find their place, so that the rest can be kept. */
final class Taken {
    private final BibEntry entry;
    private final Set<String> taken = new HashSet<>();

    Taken(BibEntry entry) {
        this.entry = entry;
    }

    BibEntry entry() {
        return entry;
    }

    /** The first of these fields that is not empty, on one line; it is crossed off. */
    String take(String... fields) {
        for (String field : fields) {
            String value = LatexText.line(entry.get(field));
            if (!value.isEmpty()) {
                taken.add(field);
                return value;
            }
        }
        return "";
    }

    /** As {@link #take}, in LaTeX. */
    String raw(String... fields) {
        for (String field : fields) {
            String value = entry.get(field);
            if (!value.isBlank()) {
                taken.add(field);
                return value;
            }
        }
        return "";
    }

    /** The value without crossing it off. */
    String peek(String field) {
        return LatexText.line(entry.get(field));
    }

    /** All values of these fields in LaTeX, crossed off. */
    List<String> all(String... fields) {
        List<String> values = new ArrayList<>();
        for (String field : fields) {
            if (entry.has(field)) {
                taken.add(field);
                values.addAll(entry.fields().get(field));
            }
        }
        return values;
    }

    /** Crosses a field off that says nothing but this. */
    void same(String field, String value) {
        if (peek(field).equals(value)) {
            taken.add(field);
        }
    }

    /** Whether a field is crossed off. */
    boolean done(String field) {
        return taken.contains(field);
    }

    /** Crosses a field off. */
    void drop(String field) {
        taken.add(field);
    }

    /** Hands on every field that is left, and what a field that was taken holds beyond its first value. */
    void rest(BiConsumer<String, String> into) {
        for (Map.Entry<String, List<String>> field : entry.fields().entrySet()) {
            List<String> values = field.getValue();
            boolean done = taken.contains(field.getKey());
            String first = done ? entry.get(field.getKey()) : "";
            for (String value : values) {
                if (!value.isBlank() && !(done && value.equals(first))) {
                    into.accept(field.getKey(), value);
                }
            }
        }
    }
}
