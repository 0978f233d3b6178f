package org.winnow.formats.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds out how a table is laid out from its first rows. */
public final class LayoutSearch {
    /** How many of the first rows are worth reading for it. */
    public static final int ROWS = 200;

    private static final int HEADER_SEARCHED = 12;
    private static final int LONGEST_NAME = 80;

    /**
     * A layout and how sure it is.
     *
     * @param score number of fields that are known by their columns' names, 0 where nothing tells a record
     */
    public record Found(TableMapping mapping, int score) {}

    private LayoutSearch() {}

    /** The layout in which the most columns are known by their names. */
    public static Found byNames(String sheet, String delimiter, List<List<String>> rows) {
        Found best = fieldsInRows(sheet, delimiter, rows);
        for (int i = 0; i < Math.min(rows.size(), HEADER_SEARCHED); i++) {
            TableMapping mapping = named(sheet, delimiter, i, rows.get(i));
            int score = NameGuess.score(mapping.columns(), i == 0);
            if (score > best.score()) {
                best = new Found(mapping, score);
            }
        }
        TableMapping mapping = best.mapping();
        if (best.score() == 0 || mapping.fieldsInRows()) {
            return best;
        }
        List<List<String>> body = rows.subList(mapping.headerRow() + 1, rows.size());
        return new Found(mapping.withColumns(ContentGuess.completed(mapping.columns(), body, true)), best.score());
    }

    /** The likeliest layout of a table of which no column is known by its name. */
    public static TableMapping byContent(String sheet, String delimiter, List<List<String>> rows) {
        int width = usualWidth(rows);
        int first = 0;
        while (first < rows.size() - 1 && rows.get(first).size() != width) {
            first++;
        }
        List<List<String>> body = rows.subList(Math.min(first + 1, rows.size()), rows.size());
        boolean header = !body.isEmpty() && header(rows.get(first), body);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            String name = header && i < rows.get(first).size() ? rows.get(first).get(i) : "";
            names.add(name.isBlank() ? "column " + (i + 1) : name);
        }
        TableMapping mapping = named(sheet, delimiter, header ? first : TableMapping.NO_HEADER, names);
        List<List<String>> seen = header ? body : rows;
        return mapping.withColumns(ContentGuess.completed(mapping.columns(), seen, false));
    }

    /** How many rows have the usual number of cells, if that is more than one; tells a delimiter from a stray mark. */
    public static int regular(List<List<String>> rows) {
        int width = usualWidth(rows);
        return width < 2
                ? 0
                : (int) rows.stream().filter(r -> r.size() == width).count();
    }

    private static TableMapping named(String sheet, String delimiter, int headerRow, List<String> header) {
        return sheet.isEmpty()
                ? TableMapping.ofText(delimiter.isEmpty() ? ',' : delimiter.charAt(0), headerRow, header)
                : TableMapping.ofSheet(sheet, headerRow, header);
    }

    private static int usualWidth(List<List<String>> rows) {
        Map<Integer, Integer> widths = new HashMap<>();
        rows.forEach(r -> widths.merge(r.size(), 1, Integer::sum));
        return widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Whether a row names columns: short words, all different, nothing that looks like a value. */
    private static boolean header(List<String> row, List<List<String>> body) {
        Set<String> seen = new HashSet<>();
        for (String cell : row) {
            String name = Cells.plain(cell);
            boolean value = name.length() > LONGEST_NAME || ContentGuess.valueLike(name);
            if (value || name.isEmpty() || !seen.add(name)) {
                return false;
            }
        }
        int longer = 0;
        for (List<String> other : body) {
            longer += String.join("", other).length() > String.join("", row).length() ? 1 : 0;
        }
        return longer * 2 > body.size()
                || body.stream().flatMap(List::stream).anyMatch(c -> ContentGuess.valueLike(Cells.plain(c)));
    }

    /** Embase's other layout: the first cell of each row names the field that the row holds. */
    private static Found fieldsInRows(String sheet, String delimiter, List<List<String>> rows) {
        Set<String> names = new LinkedHashSet<>();
        int fields = 0;
        int filled = 0;
        for (List<String> row : rows) {
            String name = row.isEmpty() ? "" : Cells.plain(row.getFirst());
            boolean field =
                    name.length() < LONGEST_NAME && !name.isEmpty() && name.equals(name.toUpperCase(Locale.ROOT));
            filled += name.isEmpty() ? 0 : 1;
            if (field && row.size() > 1 && name.chars().anyMatch(Character::isLetter) && !name.equals("SEARCH QUERY")) {
                fields++;
                names.add(name);
            }
        }
        List<String> header = new ArrayList<>(names);
        header.add("other fields");
        TableMapping mapping = named(sheet, delimiter, TableMapping.NO_HEADER, header);
        TableMapping turned = new TableMapping(
                sheet, delimiter, TableMapping.NO_HEADER, true, mapping.columns(), "", NameOrder.AS_WRITTEN);
        int known = NameGuess.score(turned.columns(), false);
        boolean likely = known > 2 && fields * 10 >= filled * 9 && filled >= 3 && repeated(rows, header.getFirst());
        return new Found(turned, likely ? known : 0);
    }

    /** Whether no other row begins with more different names than one record has fields. */
    private static boolean repeated(List<List<String>> rows, String first) {
        List<String> names = rows.stream()
                .map(r -> r.isEmpty() ? "" : Cells.plain(r.getFirst()))
                .collect(Collectors.toList());
        return Collections.frequency(names, first) >= 1 && rows.stream().allMatch(r -> r.size() < 400);
    }
}
