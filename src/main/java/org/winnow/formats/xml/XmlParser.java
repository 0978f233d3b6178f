package org.winnow.formats.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parses the text of one record; no document type is read and no entity resolved. */
final class XmlParser {
    private final XMLInputFactory factory;

    XmlParser() {
        factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /**
     * The element, as far as it can be read.
     *
     * @param mends told of every kind of trouble once
     */
    XmlElement parse(String text, Consumer<String> mends) {
        Set<String> once = new LinkedHashSet<>();
        String good = XmlText.mended(text, once::add);
        XmlElement root = new XmlElement("", Map.of());
        ArrayDeque<XmlElement> open = new ArrayDeque<>();
        open.push(root);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(good));
            while (xml.hasNext()) {
                event(xml, open);
            }
            xml.close();
        } catch (XMLStreamException e) {
            once.add("The XML of the record is broken; what stands before the break was kept.");
        }
        once.forEach(mends);
        return root.children().isEmpty() ? root : root.children().getFirst();
    }

    private static void event(XMLStreamReader xml, ArrayDeque<XmlElement> open) throws XMLStreamException {
        switch (xml.next()) {
            case XMLStreamConstants.START_ELEMENT -> {
                Map<String, String> attributes = xml.getAttributeCount() == 0 ? Map.of() : new LinkedHashMap<>();
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                }
                XmlElement element = new XmlElement(xml.getLocalName(), attributes);
                open.element().add(element);
                open.push(element);
            }
            case XMLStreamConstants.END_ELEMENT -> open.pop();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                open.element().add(xml.getText());
            default -> {}
        }
    }
}
