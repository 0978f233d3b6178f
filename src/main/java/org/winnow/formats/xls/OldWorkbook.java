package org.winnow.formats.xls;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.dhatim.fastexcel.Workbook;

/** A workbook of before 2007 on disk. Its cells are read in their order and are never all in memory. */
public final class OldWorkbook {
    private static final String STREAM = "Workbook";

    private OldWorkbook() {}

    /**
     * Writes the same sheets as a workbook of today, each cell at its place as text.
     *
     * @return what is wrong with it from some row on, as a sentence; empty where it is whole
     * @throws IOException with what to do about it, when nothing in it can be read
     */
    public static String asXlsx(Path xls, Path xlsx) throws IOException {
        try (POIFSFileSystem parts = new POIFSFileSystem(xls.toFile(), true)) {
            DirectoryEntry root = parts.getRoot();
            if (!root.hasEntryCaseInsensitive(STREAM) && !root.hasEntryCaseInsensitive("Book")) {
                throw new IOException("it is an Office document, but no workbook; save the table in it as CSV (UTF-8)");
            }
            return copied(parts, xlsx);
        } catch (EncryptedDocumentException e) {
            throw new IOException("the workbook is protected by a password; save it without one in Excel", e);
        } catch (OldFileFormatException e) {
            throw new IOException("the workbook is older than Excel 97; save it as XLSX or CSV (UTF-8) in Excel", e);
        } catch (RuntimeException e) {
            throw new IOException("the workbook is damaged (" + e.getMessage() + "); save it anew in Excel", e);
        }
    }

    private static String copied(POIFSFileSystem parts, Path xlsx) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(xlsx));
                Workbook book = new Workbook(out, "Winnow", "1.0")) {
            OldCells cells = new OldCells(book);
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(cells.listener());
            try {
                new HSSFEventFactory().processWorkbookEvents(request, parts);
            } catch (EncryptedDocumentException | OldFileFormatException e) {
                throw e;
            } catch (RuntimeException damaged) {
                if (!cells.any()) {
                    throw damaged;
                }
                return "The workbook is damaged after row " + cells.row() + " of the sheet “" + cells.sheet()
                        + "”; what stands before it was read. Save it anew in Excel.";
            }
            if (!cells.any()) {
                book.newWorksheet("empty");
            }
            return "";
        }
    }
}
