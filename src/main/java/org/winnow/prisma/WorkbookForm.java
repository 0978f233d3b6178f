package org.winnow.prisma;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A checklist as a workbook (ECMA-376, SpreadsheetML): every sheet that has items is filled. */
final class WorkbookForm implements OfficialForm.Kind {
    static final OfficialForm.Kind KIND = new WorkbookForm();

    private static final String S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String BOOK = "xl/workbook.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
    private static final Pattern PLACE = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
    private static final int LETTERS = 26;
    private static final int MOST_COLUMNS = 200;

    private WorkbookForm() {}

    @Override
    public boolean is(ZipFile zip) {
        return zip.getEntry(BOOK) != null;
    }

    @Override
    public int fill(ZipFile zip, Map<String, String> answers, Map<String, byte[]> changed)
            throws IOException, SAXException, ParserConfigurationException, TransformerException {
        List<String> texts = texts(zip);
        int filled = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (SHEET.matcher(entry.getName()).matches()) {
                Document sheet = FormXml.parsed(FormXml.bytes(zip, entry));
                List<Element> rows = rows(sheet);
                List<FormGrid.Answer> found = FormGrid.answers(
                        rows.stream().map(row -> cells(row, texts)).toList(), answers);
                found.forEach(answer -> write(rows.get(answer.row()), answer));
                if (!found.isEmpty()) {
                    changed.put(entry.getName(), FormXml.written(sheet));
                    filled += found.size();
                }
            }
        }
        return filled;
    }

    private static List<String> texts(ZipFile zip) throws IOException, SAXException, ParserConfigurationException {
        List<String> texts = new ArrayList<>();
        ZipEntry entry = zip.getEntry(TEXTS);
        if (entry != null) {
            Document document = FormXml.parsed(FormXml.bytes(zip, entry));
            for (Element text : FormXml.children(document.getDocumentElement(), "si")) {
                texts.add(FormXml.words(text, S, "t"));
            }
        }
        return texts;
    }

    private static List<Element> rows(Document sheet) {
        List<Element> rows = new ArrayList<>();
        NodeList all = sheet.getElementsByTagNameNS(S, "row");
        for (int i = 0; i < all.getLength(); i++) {
            rows.add((Element) all.item(i));
        }
        return rows;
    }

    private static List<String> cells(Element row, List<String> texts) {
        List<String> cells = new ArrayList<>();
        for (Element cell : FormXml.children(row, "c")) {
            int column = column(cell, cells.size());
            while (cells.size() <= column && cells.size() < MOST_COLUMNS) {
                cells.add("");
            }
            if (column < cells.size()) {
                cells.set(column, text(cell, texts));
            }
        }
        return cells;
    }

    /** From 0; a cell without a place follows the one before it. */
    private static int column(Element cell, int next) {
        Matcher place = PLACE.matcher(cell.getAttribute("r"));
        if (!place.matches()) {
            return next;
        }
        int column = 0;
        for (char letter : place.group(1).toCharArray()) {
            column = column * LETTERS + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static String text(Element cell, List<String> texts) {
        String value = FormXml.words(cell, S, "v");
        if (cell.getAttribute("t").equals("s")) {
            return value.matches("\\d{1,9}") && Integer.parseInt(value) < texts.size()
                    ? texts.get(Integer.parseInt(value))
                    : "";
        }
        // A spreadsheet keeps the item 5 as the number 5.0.
        return cell.getAttribute("t").equals("inlineStr")
                ? FormXml.words(cell, S, "t")
                : value.replaceFirst("\\.0+$", "");
    }

    private static void write(Element row, FormGrid.Answer answer) {
        Document document = row.getOwnerDocument();
        Element cell = null;
        Element after = null;
        int at = 0;
        for (Element each : FormXml.children(row, "c")) {
            int column = column(each, at);
            at = column + 1;
            if (column == answer.column()) {
                cell = each;
            } else if (column > answer.column() && after == null) {
                after = each;
            }
        }
        if (cell == null) {
            cell = document.createElementNS(S, "c");
            cell.setAttribute("r", letters(answer.column()) + row.getAttribute("r"));
            row.insertBefore(cell, after);
        }
        while (cell.hasChildNodes()) {
            cell.removeChild(cell.getFirstChild());
        }
        cell.setAttribute("t", "inlineStr");
        Element text = document.createElementNS(S, "t");
        text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
        text.setTextContent(answer.text());
        cell.appendChild(document.createElementNS(S, "is")).appendChild(text);
    }

    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
