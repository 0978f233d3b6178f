package org.winnow.dedup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.RecordId;

/**
 * An EndNote XML export in which the caption {@code Duplicate} marks every member of a group, read just as far as the
 * matcher needs it.
 */
record EndNoteLibrary(List<Candidate> records, Set<RecordId> marked) {

    static EndNoteLibrary read(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        List<Candidate> records = new ArrayList<>();
        Set<RecordId> marked = new HashSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            BibRecord.Builder record = BibRecord.builder();
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT
                        && !xml.getLocalName().equals("style")) {
                    text.setLength(0);
                    record = xml.getLocalName().equals("record") ? BibRecord.builder() : record;
                } else if (event == XMLStreamReader.CHARACTERS) {
                    text.append(xml.getText());
                } else if (event == XMLStreamReader.END_ELEMENT) {
                    RecordId id = new RecordId(records.size() + 1);
                    if (xml.getLocalName().equals("record")) {
                        records.add(Candidate.of(id, record.build()));
                    } else if (xml.getLocalName().equals("caption")
                            && text.toString().equals("Duplicate")) {
                        marked.add(id);
                    } else {
                        take(record, xml.getLocalName(), text.toString());
                    }
                }
            }
        }
        return new EndNoteLibrary(records, marked);
    }

    private static void take(BibRecord.Builder record, String element, String text) {
        switch (element) {
            case "author" -> record.author(Author.of(text));
            case "title" -> record.title(text);
            case "secondary-title" -> record.journal(text);
            case "volume" -> record.volume(text);
            case "number" -> record.issue(text);
            case "pages" -> record.pages(text);
            case "isbn" -> record.issn(text);
            case "abstract" -> record.abstractText(text);
            case "electronic-resource-num" -> record.doi(Doi.find(text).orElse(null));
            case "year" -> record.year(text.matches("\\d{4}") ? Integer.valueOf(text) : null);
            default -> {
                // Nothing else is compared.
            }
        }
    }
}
