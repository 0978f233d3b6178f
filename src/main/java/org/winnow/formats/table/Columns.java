package org.winnow.formats.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which column of a table holds what, for the reading of its rows. */
final class Columns {
    /** Web of Science has given names in full in a column of their own. */
    private static final Set<String> FULL_NAMES = Set.of("authorfullnames", "af");

    private final List<String> header;
    private final List<String> plain;
    private final Map<TableField, List<Integer>> places = new EnumMap<>(TableField.class);
    private final boolean own;
    private final boolean webOfScience;

    Columns(TableMapping mapping) {
        this(mapping.columns());
    }

    Columns(List<TableMapping.Column> columns) {
        this.header = columns.stream().map(TableMapping.Column::name).toList();
        this.plain = header.stream().map(TableField::plain).toList();
        this.own = has("recordid") && has("titleabstract") && has("asreviewlabel");
        this.webOfScience = has("utuniquewosid") || has("ut");
        for (int i = 0; i < columns.size(); i++) {
            places.computeIfAbsent(columns.get(i).field(), f -> new ArrayList<>())
                    .add(i);
        }
        places.forEach((field, all) -> all.sort(Comparator.comparingInt(i -> rank(field, i))));
    }

    List<String> header() {
        return header;
    }

    /** The columns for a field: those that a person chose, then the best name first. */
    List<Integer> of(TableField field) {
        return places.getOrDefault(field, List.of());
    }

    boolean has(String name) {
        return plain.contains(name);
    }

    /** Where a column of this plain name is, or -1. */
    int place(String name) {
        return plain.indexOf(name);
    }

    /** Whether Winnow itself wrote the table, so that NA is a word and not a mark for nothing. */
    boolean own() {
        return own;
    }

    private int rank(TableField field, int i) {
        if (field == TableField.AUTHORS && webOfScience && FULL_NAMES.contains(plain.get(i))) {
            return -1;
        }
        int rank = field.rank(header.get(i));
        return rank < 0 && field.several() ? Integer.MAX_VALUE : rank;
    }
}
