package org.winnow.formats.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.formats.table.TableMapping.Column;

/** What the columns of a table hold, as far as their names tell. */
final class NameGuess {
    private NameGuess() {}

    static List<Column> columns(List<String> header) {
        List<TableField> fields =
                header.stream().map(TableField::named).collect(Collectors.toCollection(ArrayList::new));
        special(header, fields);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            columns.add(new Column(header.get(i), fields.get(i)));
        }
        return columns;
    }

    /**
     * How sure this is a header: the number of fields found, or 0 where nothing tells a record.
     *
     * @param first whether it is the first row, which may be a header of one known column
     */
    static int score(List<Column> columns, boolean first) {
        if (columns.stream().noneMatch(c -> c.field().tells())) {
            return 0;
        }
        Map<TableField, Boolean> found = new EnumMap<>(TableField.class);
        columns.forEach(c -> found.put(c.field(), true));
        found.remove(TableField.OTHER);
        boolean enough = found.size() > 1 || first && columns.size() <= 3 && found.containsKey(TableField.TITLE);
        return enough ? found.size() : 0;
    }

    private static void special(List<String> header, List<TableField> fields) {
        List<String> names = header.stream().map(TableField::plain).toList();
        boolean webOfScience = names.contains("ut") && names.contains("so") && names.contains("ti");
        int id = header.indexOf("ID");
        if (webOfScience && id >= 0) {
            // Tab-delimited files of Web of Science use two-letter tags, of which ID means Keywords Plus.
            fields.set(id, TableField.KEYWORDS);
        }
        boolean several = Collections.frequency(fields, TableField.JOURNAL) > 1;
        int source = names.indexOf("source");
        if (several && source >= 0 && fields.get(source) == TableField.JOURNAL) {
            // Beside a column for the journal, Source names the database.
            fields.set(source, TableField.OTHER);
        }
    }
}
