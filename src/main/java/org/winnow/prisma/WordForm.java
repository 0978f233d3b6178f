package org.winnow.prisma;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A checklist as a Word document (ECMA-376, WordprocessingML): the last cell of a row is the one to fill. */
final class WordForm implements OfficialForm.Kind {
    static final OfficialForm.Kind KIND = new WordForm();

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String BODY = "word/document.xml";

    private WordForm() {}

    @Override
    public boolean is(ZipFile zip) {
        return zip.getEntry(BODY) != null;
    }

    @Override
    public int fill(ZipFile zip, Map<String, String> answers, Map<String, byte[]> changed)
            throws IOException, SAXException, ParserConfigurationException, TransformerException {
        Document document = FormXml.parsed(FormXml.bytes(zip, zip.getEntry(BODY)));
        int n = fill(document, answers);
        changed.put(BODY, FormXml.written(document));
        return n;
    }

    private static int fill(Document document, Map<String, String> answers) {
        int filled = 0;
        NodeList rows = document.getElementsByTagNameNS(W, "tr");
        for (int r = 0; r < rows.getLength(); r++) {
            List<Element> cells = FormXml.children((Element) rows.item(r), "tc");
            if (cells.size() < 2 || !words(cells.getLast()).isEmpty()) {
                continue;
            }
            for (Element cell : cells.subList(0, cells.size() - 1)) {
                String answer = answers.get(FormGrid.number(words(cell)));
                if (answer != null) {
                    write(document, cells.getLast(), answer);
                    filled++;
                    break;
                }
            }
        }
        return filled;
    }

    private static void write(Document document, Element cell, String answer) {
        List<Element> paragraphs = FormXml.children(cell, "p");
        Element paragraph;
        if (paragraphs.isEmpty()) {
            paragraph = document.createElementNS(W, "w:p");
            cell.appendChild(paragraph);
        } else {
            paragraph = paragraphs.getFirst();
        }
        Element run = document.createElementNS(W, "w:r");
        Element text = document.createElementNS(W, "w:t");
        text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
        text.setTextContent(answer);
        NodeList looks = ((Element) cell.getParentNode()).getElementsByTagNameNS(W, "rPr");
        for (int i = 0; i < looks.getLength(); i++) {
            // As the row's own words look, not as the paragraph's mark does.
            if ("r".equals(looks.item(i).getParentNode().getLocalName())) {
                run.appendChild(looks.item(i).cloneNode(true));
                break;
            }
        }
        run.appendChild(text);
        paragraph.appendChild(run);
    }

    private static String words(Element cell) {
        return FormXml.words(cell, W, "t");
    }
}
