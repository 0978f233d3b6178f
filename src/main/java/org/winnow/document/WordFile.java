package org.winnow.document;

/**
 * The package around a Word document (ECMA-376, part 1: WordprocessingML; part 2: packaging). It brings no fonts and no
 * macros.
 */
public final class WordFile {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private WordFile() {}

    /**
     * The file.
     *
     * @param title of the document, for its properties
     * @param body what stands in {@code w:body}, the section's page size last
     */
    public static byte[] of(String title, String body) {
        return new Archive()
                .put(
                        "[Content_Types].xml",
                        HEAD
                                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                                + type("/word/document.xml", "wordprocessingml.document.main")
                                + type("/word/styles.xml", "wordprocessingml.styles")
                                + "<Override PartName=\"/docProps/core.xml\""
                                + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>")
                .put(
                        "_rels/.rels",
                        HEAD
                                + relationships(relationship("rId1", OFFICE + "/officeDocument", "word/document.xml")
                                        + relationship(
                                                "rId2",
                                                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                                                "docProps/core.xml")))
                .put(
                        "word/_rels/document.xml.rels",
                        HEAD + relationships(relationship("rId1", OFFICE + "/styles", "styles.xml")))
                .put(
                        "docProps/core.xml",
                        HEAD
                                + "<cp:coreProperties"
                                + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + Xml.text(title)
                                + "</dc:title></cp:coreProperties>")
                .put("word/styles.xml", HEAD + styles())
                .put(
                        "word/document.xml",
                        HEAD + "<w:document xmlns:w=\"" + W + "\""
                                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                                + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
                                + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
                                + " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
                                + "<w:body>" + body + "</w:body></w:document>")
                .bytes();
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + kind
                + "+xml\"/>";
    }

    private static String relationships(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    private static String relationship(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String styles() {
        StringBuilder styles = new StringBuilder("<w:styles xmlns:w=\"" + W + "\"><w:docDefaults><w:rPrDefault><w:rPr>"
                + "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:sz w:val=\"20\"/>"
                + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:pPrDefault>"
                + "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                + "<w:name w:val=\"Normal\"/><w:qFormat/></w:style>");
        int[] sizes = {32, 26, 22};
        for (int level = 1; level <= sizes.length; level++) {
            styles.append("<w:style w:type=\"paragraph\" w:styleId=\"Heading")
                    .append(level)
                    .append("\"><w:name w:val=\"heading ")
                    .append(level)
                    .append(
                            "\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:qFormat/><w:pPr><w:keepNext/>")
                    .append("<w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"")
                    .append(level - 1)
                    .append("\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"")
                    .append(sizes[level - 1])
                    .append("\"/></w:rPr></w:style>");
        }
        return styles.append("</w:styles>").toString();
    }
}
