package org.winnow.formats.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.text.Intake;
import org.winnow.formats.value.Substance;
import org.winnow.model.BibRecord;

/** Reads a table whose layout is known: one record a row. */
public final class TableReader {
    private final RowSource rows;
    private final TableMapping layout;
    private final List<String> header;
    private final Intake intake;
    private final List<String> mends = new ArrayList<>();
    private final RowMapping mapping;

    public TableReader(RowSource rows, TableMapping layout, Intake intake) {
        this.rows = layout.fieldsInRows() ? new FieldRows(rows, layout.header()) : rows;
        this.layout = layout;
        this.header = layout.header();
        this.intake = intake;
        this.mapping = new RowMapping(layout, mends::add);
    }

    /** Reads to the end. */
    public void read() throws IOException {
        for (int i = 0; i <= layout.headerRow() && rows.next(0); i++) {
            continue;
        }
        while (rows.next(header.size())) {
            if (!blank()) {
                row();
            }
        }
    }

    private void row() {
        List<String> cells = rows.cells();
        String raw = rows.raw();
        if (layout.named() && header.equals(cells.stream().map(Cells::plain).toList())) {
            intake.outside(
                    rows.line(),
                    "The header stands here again, as in files that were joined; it was passed over.",
                    raw);
            return;
        }
        if (!rows.fault().isEmpty()) {
            mends.add(rows.fault());
        }
        width(cells);
        BibRecord record = mapping.map(cells).raw(raw).build();
        Substance.handOn(record, rows.line(), mends, intake);
        mends.clear();
    }

    private void width(List<String> cells) {
        int wanted = header.size();
        int last = cells.size();
        while (last > wanted && cells.get(last - 1).isBlank()) {
            last--;
        }
        if (last > wanted) {
            mends.add(
                    "The row has %d cells, the header %d; the cells too many are kept among the other fields. Check for a missing quotation mark."
                            .formatted(last, wanted));
        } else if (last < wanted) {
            mends.add("The row has %d cells, the header %d; the columns missing at its end are left empty."
                    .formatted(last, wanted));
        }
    }

    private boolean blank() {
        return rows.cells().stream().allMatch(String::isBlank);
    }
}
