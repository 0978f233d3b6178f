package org.winnow.prisma;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
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
import org.xml.sax.SAXException;

/** The XML inside an office file, read without document types and written back. */
final class FormXml {
    private FormXml() {}

    /** @throws IOException also where the part is larger than any form */
    static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] all = in.readNBytes((int) OfficialForm.MOST_BYTES + 1);
            if (all.length > OfficialForm.MOST_BYTES) {
                throw new IOException(entry.getName() + " is larger than 50 MB.");
            }
            return all;
        }
    }

    static Document parsed(byte[] xml) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    static byte[] written(Document document) throws TransformerException {
        document.setXmlStandalone(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    /** The elements of that name right below another. */
    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && name.equals(e.getLocalName())) {
                children.add(e);
            }
        }
        return children;
    }

    /** The text of all elements of that name in an element. */
    static String words(Element within, String namespace, String name) {
        StringBuilder words = new StringBuilder();
        NodeList texts = within.getElementsByTagNameNS(namespace, name);
        for (int i = 0; i < texts.getLength(); i++) {
            words.append(texts.item(i).getTextContent());
        }
        return words.toString().strip();
    }
}
