package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.winnow.formats.endnotexml.EndNoteXmlMapping;
import org.winnow.formats.endnotexml.EndNoteXmlWriter;
import org.winnow.formats.pubmedxml.PubMedXmlMapping;
import org.winnow.formats.xml.XmlReader;
import org.winnow.formats.zoterordf.ZoteroRdfReader;
import org.winnow.model.ScreenedRecord;

/** XML of PubMed, of EndNote and of Zotero. */
final class XmlFamily implements Family {
    private static final Pattern DATABASE =
            Pattern.compile("<remote-database-name>(?:\\s*<style[^>]*>)?([^<]{1,100})<");

    /** Zotero writes RDF in a second vocabulary, which says the same in other words. */
    private static final String BIBLIONTOLOGY = "http://purl.org/ontology/bibo/";

    @Override
    public Set<Format> reads() {
        return Set.of(Format.PUBMED_XML, Format.ENDNOTE_XML, Format.ZOTERO_RDF);
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.ENDNOTE_XML);
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new EndNoteXmlWriter(out).write(records);
    }

    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        String text = head.text();
        if (!text.stripLeading().replace("\uFEFF", "").startsWith("<")) {
            return Optional.empty();
        }
        if (text.contains("<PubmedArticle")
                || text.contains("<PubmedBookArticle")
                || text.contains("<MedlineCitation")) {
            return Optional.of(Format.PUBMED_XML);
        }
        if (text.contains("<rdf:RDF") && text.contains(ZoteroRdfReader.NAMESPACE) && !text.contains(BIBLIONTOLOGY)) {
            return Optional.of(Format.ZOTERO_RDF);
        }
        boolean endNote = text.contains("<records>") || text.contains("<record>") && text.contains("<ref-type");
        return endNote ? Optional.of(Format.ENDNOTE_XML) : Optional.empty();
    }

    @Override
    public Finding open(Format format, Head head) throws IOException {
        if (format == Format.ENDNOTE_XML) {
            return new Finding(format, database(head.text()), (contents, intake) -> new XmlReader(
                            contents.text(), EndNoteXmlMapping.RECORDS, intake, new EndNoteXmlMapping())
                    .read());
        }
        if (format == Format.ZOTERO_RDF) {
            return new Finding(format, "", (contents, intake) -> new ZoteroRdfReader(contents.text(), intake).read());
        }
        String text = head.text();
        boolean bare = !text.contains("<PubmedArticle>") && !text.contains("<PubmedBookArticle");
        Set<String> names =
                bare && text.contains("<MedlineCitation") ? PubMedXmlMapping.CITATIONS : PubMedXmlMapping.RECORDS;
        return new Finding(format, "PubMed", (contents, intake) -> new XmlReader(
                        contents.text(), names, intake, new PubMedXmlMapping())
                .read());
    }

    /** A library gathers records of many databases; where most say nothing, one that some say is not that of the file. */
    private static String database(String text) {
        List<String> told = DATABASE.matcher(text)
                .results()
                .map(m -> TaggedDatabase.name(m.group(1).strip()))
                .toList();
        int records = text.split("<record>", -1).length - 1;
        boolean one = told.size() * 2 > records && Set.copyOf(told).size() == 1;
        return one ? told.getFirst() : "";
    }
}
