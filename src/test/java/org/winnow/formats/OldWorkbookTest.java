package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.Author;
import org.winnow.model.Problem;

/** Workbooks of Excel before 2007, as databases still write them. */
class OldWorkbookTest {
    private static final int MANY = 1_000;

    @TempDir
    private Path folder;

    @Test
    void isReadAsOneOfTodayIs() throws IOException {
        Reading reading = Reading.of(bytes(exported(2)));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.summary().detection().format()).isEqualTo(Format.XLSX);
        assertThat(reading.lines()).containsExactly(3L, 4L);
        assertThat(reading.records().getFirst()).satisfies(r -> {
            assertThat(r.title()).isEqualTo("Sleep and naps, part 1: größer");
            assertThat(r.authors()).containsExactly(new Author("Lull", "Ann"), new Author("Hush", "Bea"));
            assertThat(r.year()).isEqualTo(2019);
            assertThat(r.date()).isEqualTo("2019-03-01");
            assertThat(r.pages()).isEqualTo("94-100");
            assertThat(r.doi()).hasToString("10.5555/nap.1");
        });
    }

    @Test
    void everyRowOfALongSheetIsThere() throws IOException {
        Path file = file("long.xls", bytes(exported(MANY)));
        Reading reading = Reading.of(file);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.records()).hasSize(MANY).allSatisfy(r -> assertThat(r.pages())
                .isEqualTo("94-100"));
        assertThat(reading.records().getLast().doi()).hasToString("10.5555/nap." + MANY);
    }

    @Test
    void whatStandsBeforeADamagedPlaceIsReadAndTheDamageNamed() throws IOException {
        byte[] whole = bytes(exported(MANY));
        Arrays.fill(whole, whole.length * 4 / 5, whole.length * 4 / 5 + 4_000, (byte) 0xFF);
        Reading reading = Reading.of(whole);
        assertThat(reading.records()).hasSizeBetween(1, MANY - 1);
        assertThat(reading.problems()).extracting(Problem::reason).anySatisfy(why -> assertThat(why)
                .startsWith("The workbook is damaged after row"));
    }

    @Test
    void otherDocumentsOfOfficeAndProtectedOnesAreRefusedWithWhatToDo() throws IOException {
        ByteArrayOutputStream letter = new ByteArrayOutputStream();
        try (POIFSFileSystem parts = new POIFSFileSystem()) {
            parts.getRoot().createDocument("WordDocument", new ByteArrayInputStream(new byte[5_000]));
            parts.writeFilesystem(letter);
        }
        assertThatThrownBy(() -> Reading.of(file("letter.xls", letter.toByteArray())))
                .hasMessageContaining("letter.xls")
                .hasMessageContaining("no workbook");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        byte[] locked;
        try {
            locked = bytes(exported(2));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThatThrownBy(() -> Reading.of(file("locked.xls", locked))).hasMessageContaining("password");
        byte[] cut = Arrays.copyOf(bytes(exported(MANY)), 3_000);
        assertThatThrownBy(() -> Reading.of(file("cut.xls", cut))).hasMessageContaining("damaged");
    }

    /** A line of what was searched for above the names of the columns, as citation reports have it. */
    private static HSSFWorkbook exported(int records) {
        HSSFWorkbook book = new HSSFWorkbook();
        book.createSheet("notes").createRow(0).createCell(0).setCellValue("for us");
        book.setSheetHidden(0, true);
        Sheet sheet = book.createSheet("savedrecs");
        CellStyle date = book.createCellStyle();
        date.setDataFormat((short) 14);
        sheet.createRow(0).createCell(0).setCellValue("TOPIC: (nap)");
        row(sheet, 1, List.of("Title", "Authors", "Publication Year", "Date", "Beginning Page", "Ending Page", "DOI"));
        for (int i = 1; i <= records; i++) {
            Row row = row(sheet, i + 1, List.of("Sleep and naps, part " + i + ": größer", "Lull, Ann; Hush, Bea"));
            row.createCell(2).setCellValue(2019);
            Cell day = row.createCell(3);
            day.setCellValue(LocalDate.of(2019, 3, 1));
            day.setCellStyle(date);
            row.createCell(4).setCellValue("94");
            row.createCell(5).setCellValue(100);
            Cell formula = row.createCell(6);
            formula.setCellFormula("\"10.5555/nap.\"&" + i);
            formula.setCellValue("10.5555/nap." + i);
        }
        return book;
    }

    private static Row row(Sheet sheet, int at, List<String> texts) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(i).setCellValue(texts.get(i));
        }
        return row;
    }

    private static byte[] bytes(HSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
