package org.winnow.prisma;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.winnow.document.Archive;
import org.winnow.model.UserException;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.prisma.FilledChecklist.Status;
import org.xml.sax.SAXException;

/**
 * An official checklist that somebody has as a Word document, filled in place: in every row of a table in which a cell
 * holds an item's number, the last cell gets where the item is reported. Cells with something in them, and
 * everything else, stay as they are.
 */
public final class OfficialForm {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String BODY = "word/document.xml";
    private static final int SHORT = 80;
    private static final long MOST_BYTES = 50L << 20;

    private OfficialForm() {}

    /**
     * Writes the filled form; the form itself is not touched.
     *
     * @return how many items were filled in
     */
    public static int fill(FilledChecklist filled, Path form, Path target) {
        try (ZipFile zip = new ZipFile(form.toFile())) {
            ZipEntry body = zip.getEntry(BODY);
            if (body == null || body.getSize() > MOST_BYTES) {
                throw new UserException(form + " is no Word document that can be filled in.");
            }
            Document document = parsed(zip.getInputStream(body).readAllBytes());
            int n = fill(document, answers(filled));
            if (n == 0) {
                throw new UserException("No row of a table in " + form + " has the number of an item of "
                        + filled.list().title() + " that is answered, and an empty last cell.");
            }
            Archive archive = new Archive();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    boolean text = entry.getName().equals(BODY);
                    archive.put(
                            entry.getName(),
                            text ? written(document) : zip.getInputStream(entry).readAllBytes());
                }
            }
            WholeFile.write("The checklist", target, archive.bytes());
            return n;
        } catch (IOException | SAXException | ParserConfigurationException | TransformerException e) {
            throw new UserException(
                    form + " cannot be read as a Word document (.docx)."
                            + (Files.exists(form) ? " Open it in Word and save it again." : " There is no such file."),
                    e);
        }
    }

    private static Map<String, String> answers(FilledChecklist filled) {
        Map<String, String> answers = new HashMap<>();
        for (Line line : filled.lines()) {
            String words = words(line);
            if (!words.isEmpty()) {
                answers.put(line.item().id().toLowerCase(Locale.ROOT), words);
            }
        }
        return answers;
    }

    /** The form asks for the place; a draft that nobody has looked at has none. */
    private static String words(Line line) {
        String where = line.location();
        if (where.startsWith(Proposals.PROPOSED)) {
            String place = where.substring(Proposals.PROPOSED.length());
            int quote = place.indexOf(": “");
            return (quote < 0 ? place : place.substring(0, quote)) + " (proposed)";
        }
        boolean said = line.status() == Status.REPORTED || line.status() == Status.PARTLY;
        if (where.isEmpty() && line.status() == Status.NOT_APPLICABLE) {
            return "Not applicable";
        }
        return where.isEmpty() && said && line.text().length() <= SHORT ? line.text() : where;
    }

    private static Document parsed(byte[] xml) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static int fill(Document document, Map<String, String> answers) {
        int filled = 0;
        NodeList rows = document.getElementsByTagNameNS(W, "tr");
        for (int r = 0; r < rows.getLength(); r++) {
            List<Element> cells = children((Element) rows.item(r), "tc");
            if (cells.size() < 2 || !words(cells.getLast()).isEmpty()) {
                continue;
            }
            for (Element cell : cells.subList(0, cells.size() - 1)) {
                String number = words(cell).replaceAll("[.*†#\\s]", "").toLowerCase(Locale.ROOT);
                String answer = answers.get(number);
                if (answer != null) {
                    write(document, cells.getLast(), answer);
                    filled++;
                    break;
                }
            }
        }
        return filled;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && name.equals(e.getLocalName())) {
                children.add(e);
            }
        }
        return children;
    }

    private static String words(Element cell) {
        StringBuilder words = new StringBuilder();
        NodeList texts = cell.getElementsByTagNameNS(W, "t");
        for (int i = 0; i < texts.getLength(); i++) {
            words.append(texts.item(i).getTextContent());
        }
        return words.toString().strip();
    }

    private static void write(Document document, Element cell, String answer) {
        List<Element> paragraphs = children(cell, "p");
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

    private static byte[] written(Document document) throws TransformerException {
        document.setXmlStandalone(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }
}
