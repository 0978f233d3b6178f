package org.winnow.formats.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.winnow.formats.text.Intake;
import org.winnow.formats.text.Lines;
import org.winnow.formats.value.Substance;
import org.winnow.model.BibRecord;

/** Reads a table whose layout is known: one record a row. */
public final class CsvReader {
    private final CsvRows rows;
    private final CsvShape shape;
    private final Intake intake;
    private final CsvColumns columns;
    private final List<String> mends = new ArrayList<>();
    private final CsvMapping mapping;

    public CsvReader(Lines lines, CsvShape shape, Intake intake) {
        this.rows = new CsvRows(lines, shape.delimiter(), intake);
        this.shape = shape;
        this.intake = intake;
        this.columns = CsvColumns.of(shape.header());
        this.mapping = new CsvMapping(columns, mends::add);
    }

    /** Reads to the end. */
    public void read() throws IOException {
        for (int i = 0; i <= shape.headerRow() && rows.next(0); i++) {
            continue;
        }
        while (rows.next(shape.header().size())) {
            if (!blank()) {
                row();
            }
        }
    }

    private void row() {
        List<String> cells = rows.cells();
        String raw = rows.raw();
        if (cells.equals(shape.header())) {
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
        if (Substance.of(record)) {
            Substance.missingTitle(record).ifPresent(mends::add);
            mends.forEach(m -> intake.mended(rows.line(), m, raw));
            intake.record(record, rows.line());
        } else {
            intake.reject(rows.line(), Substance.NONE, raw);
        }
        mends.clear();
    }

    private void width(List<String> cells) {
        int wanted = columns.header().size();
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
