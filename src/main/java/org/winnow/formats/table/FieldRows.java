package org.winnow.formats.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns rows that hold one field each, its name first, into rows that hold one record each. A record begins where the
 * field that began the first one comes again, or after an empty row.
 */
final class FieldRows implements RowSource {
    private final RowSource fields;
    private final List<String> header;
    private final String[] values;
    private final StringBuilder raw = new StringBuilder();
    private long line;
    private boolean waiting;

    /** @param header the names of the fields; the last takes every field that has none of the others' names */
    FieldRows(RowSource fields, List<String> header) {
        this.fields = fields;
        this.header = header;
        this.values = new String[header.size()];
    }

    @Override
    public boolean next(int columns) throws IOException {
        Arrays.fill(values, "");
        raw.setLength(0);
        boolean any = false;
        while (waiting || fields.next(0)) {
            waiting = false;
            List<String> cells = fields.cells();
            String name = cells.isEmpty() ? "" : Cells.plain(cells.getFirst());
            if (name.isEmpty() || any && begins(name)) {
                waiting = !name.isEmpty();
                if (any) {
                    return true;
                }
                continue;
            }
            line = any ? line : fields.line();
            any = true;
            raw.append(raw.isEmpty() ? "" : "\n").append(fields.raw());
            put(name, cells);
        }
        return any;
    }

    private boolean begins(String name) {
        return name.equalsIgnoreCase(header.getFirst());
    }

    private void put(String name, List<String> cells) {
        List<String> all = new ArrayList<>();
        for (String cell : cells.subList(1, cells.size())) {
            if (!Cells.value(cell).isEmpty()) {
                all.add(Cells.value(cell));
            }
        }
        String value = String.join("; ", all);
        int place = 0;
        while (place < header.size() && !header.get(place).equalsIgnoreCase(name)) {
            place++;
        }
        if (place == header.size()) {
            place--;
            value = name + ": " + value;
        }
        if (!value.isEmpty()) {
            values[place] = values[place].isEmpty() ? value : values[place] + "\n" + value;
        }
    }

    @Override
    public List<String> cells() {
        return List.of(values);
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String raw() {
        return raw.toString();
    }

    @Override
    public String fault() {
        return fields.fault();
    }
}
