package org.winnow.formats.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which column of a table holds what, as its header says. */
final class CsvColumns {
    /** Without any of these a row cannot be known as a record. */
    private static final Set<CsvField> TELLING = Set.of(CsvField.TITLE, CsvField.ABSTRACT, CsvField.DOI, CsvField.PMID);

    private final List<String> header;
    private final Map<CsvField, List<Integer>> places = new EnumMap<>(CsvField.class);
    private final Set<Integer> placed = new TreeSet<>();

    private final boolean own;

    private CsvColumns(List<String> header) {
        this.header = header;
        this.own = has("recordid") && has("titleabstract") && has("asreviewlabel");
        for (CsvField field : CsvField.values()) {
            places.put(field, placesOf(field));
        }
        List<Integer> journals = places.getOrDefault(CsvField.JOURNAL, List.of());
        if (journals.size() > 1) {
            // beside a column for the journal, Source names the database
            journals.removeIf(i -> CsvField.plain(header.get(i)).equals("source"));
        }
    }

    static CsvColumns of(List<String> header) {
        List<String> names = header.stream().map(Cells::plain).toList();
        CsvColumns columns = new CsvColumns(names);
        if (columns.webOfScience()) {
            columns.moveToKeywords("ID");
        }
        return columns;
    }

    List<String> header() {
        return header;
    }

    /** The columns for a field, best name first. */
    List<Integer> of(CsvField field) {
        return places.getOrDefault(field, List.of());
    }

    /**
     * How sure this is a header: the number of fields found, or 0 where nothing tells a record.
     *
     * @param first whether it is the first row, which may be a header of one known column
     */
    int score(boolean first) {
        boolean telling = TELLING.stream().anyMatch(f -> !of(f).isEmpty());
        if (!telling) {
            return 0;
        }
        int fields = (int) places.values().stream().filter(p -> !p.isEmpty()).count();
        boolean enough =
                fields > 1 || first && header.size() <= 3 && !of(CsvField.TITLE).isEmpty();
        return enough ? fields : 0;
    }

    boolean has(String name) {
        return header.stream().anyMatch(h -> CsvField.plain(h).equals(name));
    }

    /** Whether Winnow itself wrote the table, so that NA is a word and not a mark for nothing. */
    boolean own() {
        return own;
    }

    /** Tab-delimited files of Web of Science use two-letter tags, of which ID means Keywords Plus. */
    private boolean webOfScience() {
        return has("ut") && has("so") && has("ti");
    }

    private void moveToKeywords(String name) {
        int at = header.indexOf(name);
        if (at >= 0) {
            places.get(CsvField.ACCESSION).remove(Integer.valueOf(at));
            places.get(CsvField.KEYWORDS).add(at);
        }
    }

    private List<Integer> placesOf(CsvField field) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (!placed.contains(i) && field.rank(header.get(i)) >= 0) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparingInt(i -> field.rank(header.get(i))));
        placed.addAll(found);
        return found;
    }
}
