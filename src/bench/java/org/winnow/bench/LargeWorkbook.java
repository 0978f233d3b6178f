package org.winnow.bench;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.winnow.model.BibRecord;

/**
 * A workbook as Excel itself writes it, with every text in one table that the cells point to, close to the most that is
 * let in: about 150 MB of texts.
 */
final class LargeWorkbook {
    static final int RECORDS = 85_000;

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private LargeWorkbook() {}

    static Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new OutputStreamWriter(zip, StandardCharsets.UTF_8)) {
            part(zip, out, "[Content_Types].xml", """
                    <Types xmlns="%1$scontent-types"><Default Extension="xml" ContentType="application/xml"/>\
                    <Default Extension="rels" ContentType="%2$spackage.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="%2$sofficedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%2$sofficedocument.spreadsheetml.\
                    worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="%2$sofficedocument.\
                    spreadsheetml.sharedStrings+xml"/></Types>""".formatted(PACKAGE, "application/vnd.openxmlformats-"));
            part(zip, out, "_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
            part(zip, out, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="%1$srelationships"><Relationship Id="r1" Type="%2$s/worksheet" \
                    Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="%2$s/sharedStrings" \
                    Target="sharedStrings.xml"/></Relationships>""".formatted(PACKAGE, RELATIONS));
            part(zip, out, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Records" sheetId="1" r:id="r1"/></sheets>\
                    </workbook>""".formatted(MAIN, RELATIONS));
            texts(zip, out);
            rows(zip, out);
        }
        return file;
    }

    private static String relations(String type, String target) {
        return """
                <Relationships xmlns="%srelationships"><Relationship Id="r1" Type="%s/%s" Target="%s"/></Relationships>""".formatted(PACKAGE, RELATIONS, type, target);
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(XML);
        out.write(content);
        out.flush();
    }

    private static void texts(ZipOutputStream zip, Writer out) throws IOException {
        part(zip, out, "xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\">");
        for (String name : new String[] {"Title", "Abstract"}) {
            out.write("<si><t>" + name + "</t></si>");
        }
        Corpus corpus = new Corpus();
        for (int i = 0; i < RECORDS; i++) {
            BibRecord record = corpus.record(i);
            out.write("<si><t>" + record.title() + "</t></si><si><t>" + record.abstractText() + "</t></si>");
        }
        out.write("</sst>");
        out.flush();
    }

    private static void rows(ZipOutputStream zip, Writer out) throws IOException {
        part(zip, out, "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        for (int i = 0; i <= RECORDS; i++) {
            int row = i + 1;
            out.write("<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>" + 2 * i + "</v></c><c r=\"B" + row
                    + "\" t=\"s\"><v>" + (2 * i + 1) + "</v></c></row>");
        }
        out.write("</sheetData></worksheet>");
        out.flush();
    }
}
