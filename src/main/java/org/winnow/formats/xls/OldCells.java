package org.winnow.formats.xls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Puts the cells of an old workbook, as they come by, into the sheets of a new one. */
final class OldCells implements HSSFListener {
    private static final int ROWS_A_FLUSH = 200;

    private final Workbook book;
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this, Locale.ROOT);
    private final List<BoundSheetRecord> names = new ArrayList<>();
    private @Nullable SSTRecord texts;
    private @Nullable Worksheet sheet;
    private @Nullable CellValueRecordInterface awaited;
    private int sheets;
    private int row;
    private int flushed;

    OldCells(Workbook book) {
        this.book = book;
    }

    HSSFListener listener() {
        return formats;
    }

    /** Whether a sheet has begun. */
    boolean any() {
        return sheet != null;
    }

    String sheet() {
        return sheet == null ? "" : sheet.getName();
    }

    /** The row of the last cell, from 1. */
    int row() {
        return row + 1;
    }

    @Override
    public void processRecord(Record part) {
        switch (part) {
            case BoundSheetRecord name -> names.add(name);
            case SSTRecord all -> texts = all;
            case BOFRecord begin -> begin(begin.getType());
            case LabelSSTRecord cell -> put(cell, texts == null ? "" : text(texts, cell.getSSTIndex()));
            case LabelRecord cell -> put(cell, cell.getValue());
            case NumberRecord cell -> put(cell, number(cell, cell.getValue()));
            case BoolErrRecord cell -> put(cell, cell.isError() ? "" : cell.getBooleanValue() ? "TRUE" : "FALSE");
            case FormulaRecord cell -> formula(cell);
            case StringRecord value -> result(value.getString());
            default -> {}
        }
    }

    private static String text(SSTRecord texts, int index) {
        return index < texts.getNumUniqueStrings() ? texts.getString(index).getString() : "";
    }

    private void begin(int type) {
        if (type != BOFRecord.TYPE_WORKSHEET) {
            return;
        }
        finish();
        List<BoundSheetRecord> inOrder = List.of(BoundSheetRecord.orderByBofPosition(names));
        BoundSheetRecord name = sheets < inOrder.size() ? inOrder.get(sheets) : null;
        sheets++;
        Worksheet fresh = book.newWorksheet(name == null ? "Sheet" + sheets : name.getSheetname());
        if (name != null && (name.isHidden() || name.isVeryHidden())) {
            fresh.setVisibilityState(VisibilityState.HIDDEN);
        }
        sheet = fresh;
        row = 0;
        flushed = 0;
    }

    private void finish() {
        if (sheet != null) {
            try {
                sheet.finish();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The value that it last had; a text follows in a part of its own. */
    private void formula(FormulaRecord cell) {
        if (cell.hasCachedResultString()) {
            awaited = cell;
        } else if (cell.getCachedResultTypeEnum() == CellType.NUMERIC) {
            put(cell, number(cell, cell.getValue()));
        }
    }

    private void result(String text) {
        if (awaited != null) {
            put(awaited, text);
        }
    }

    private String number(CellValueRecordInterface cell, double value) {
        boolean date = DateUtil.isADateFormat(formats.getFormatIndex(cell), formats.getFormatString(cell))
                && DateUtil.isValidExcelDate(value)
                && value >= 1;
        if (!date) {
            return NumberToTextConverter.toText(value);
        }
        LocalDateTime when = DateUtil.getLocalDateTime(value);
        boolean day = when.toLocalTime().equals(LocalTime.MIDNIGHT);
        return day ? when.toLocalDate().toString() : when.withNano(0).toString();
    }

    private void put(CellValueRecordInterface cell, String text) {
        awaited = null;
        if (sheet == null || text.isEmpty()) {
            return;
        }
        if (cell.getRow() - flushed > ROWS_A_FLUSH && cell.getRow() > row) {
            flush();
        }
        // a row that was written can no longer be changed; files that go back to one are not met
        if (cell.getRow() >= flushed) {
            row = cell.getRow();
            sheet.value(row, cell.getColumn(), text);
        }
    }

    private void flush() {
        try {
            if (sheet != null) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        flushed = row + 1;
    }
}
