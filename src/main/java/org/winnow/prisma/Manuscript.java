package org.winnow.prisma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.winnow.document.Xml;
import org.winnow.model.UserException;

/** A manuscript as passages of text, each with the page and the section that it stands in. */
public record Manuscript(List<Passage> passages) {
    /**
     * A paragraph or so.
     *
     * @param page from 1, or 0 where the file does not say
     * @param section the last heading before it, or empty
     */
    public record Passage(int page, String section, String text) {}

    private static final long MOST_BYTES = 100L << 20;
    private static final int MOST_PAGES = 1000;
    private static final int HEADING = 70;
    private static final String KNOWN_HEADINGS =
            "(?i)(\\d+(\\.\\d+)*\\.?\\s+)?(abstract|summary|introduction|background|objectives?|methods?|materials and methods"
                    + "|eligibility criteria|information sources|search strategy|selection process|study selection|results?"
                    + "|discussion|limitations?|conclusions?|implications.*|funding|support|acknowledge?ments?"
                    + "|(competing|conflicts? of) interests?|data availability.*|registration.*|protocol.*"
                    + "|data (extraction|collection).*|risk of bias.*|quality assessment.*|statistical analysis|references)";

    public Manuscript {
        passages = List.copyOf(passages);
    }

    /** @throws UserException where the file is neither a PDF nor a Word file, or cannot be read */
    public static Manuscript read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UserException(file + " is larger than 100 MB: leave out its pictures, or save it as PDF.");
            }
            byte[] head;
            try (InputStream in = Files.newInputStream(file)) {
                head = in.readNBytes(5);
            }
            if (new String(head, StandardCharsets.ISO_8859_1).startsWith("%PDF")) {
                return new Manuscript(pdf(file));
            }
            if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
                return new Manuscript(docx(file));
            }
            throw new UserException(
                    file + " is neither a PDF nor a Word document (.docx): save the manuscript as one.");
        } catch (IOException | XMLStreamException e) {
            throw new UserException(
                    file + " cannot be read as a manuscript. Check that it is there, is not protected by"
                            + " a password, and opens in its own program.",
                    e);
        }
    }

    private static List<Passage> pdf(Path file) throws IOException {
        List<Passage> passages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setParagraphEnd("\n\n");
            String section = "";
            for (int page = 1; page <= Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                for (String paragraph : stripper.getText(document).split("\\n\\s*\\n")) {
                    StringBuilder text = new StringBuilder();
                    for (String line : paragraph.strip().split("\\R")) {
                        if (heading(line.strip())) {
                            add(passages, page, section, text);
                            section = line.strip();
                        } else {
                            text.append(line.strip()).append(' ');
                        }
                    }
                    add(passages, page, section, text);
                }
            }
        }
        return passages;
    }

    private static boolean heading(String line) {
        return line.length() < HEADING && line.matches(KNOWN_HEADINGS);
    }

    private static void add(List<Passage> passages, int page, String section, StringBuilder text) {
        String plain = text.toString()
                .replaceAll("(\\p{L})- (\\p{Ll})", "$1$2")
                .replaceAll("\\s+", " ")
                .strip();
        if (!plain.isEmpty()) {
            passages.add(new Passage(page, section, plain));
        }
        text.setLength(0);
    }

    private static List<Passage> docx(Path file) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry("word/document.xml");
            if (entry == null) {
                throw new UserException(file + " is no Word document: it has no text in it.");
            }
            if (entry.getSize() > MOST_BYTES) {
                throw new UserException(file + " holds more than 100 MB of text: this cannot be a manuscript.");
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return new WordPassages(Xml.events().createXMLStreamReader(in)).read();
            }
        }
    }

    /** Reads a Word document's paragraphs one after another; pages are those that Word laid out last. */
    private static final class WordPassages {
        private final XMLStreamReader xml;
        private final List<Passage> passages = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String section = "";
        private String style = "";
        private int page = 1;
        private boolean paged;

        WordPassages(XMLStreamReader xml) {
            this.xml = xml;
        }

        List<Passage> read() throws XMLStreamException {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT) {
                    start(xml.getLocalName());
                } else if (event == XMLStreamReader.END_ELEMENT
                        && xml.getLocalName().equals("p")) {
                    paragraph();
                }
            }
            return paged
                    ? passages
                    : passages.stream()
                            .map(p -> new Passage(0, p.section(), p.text()))
                            .toList();
        }

        private void start(String name) throws XMLStreamException {
            switch (name) {
                case "pStyle" -> style = attribute("val").toLowerCase(Locale.ROOT);
                case "t" -> text.append(xml.getElementText());
                case "tab" -> text.append(' ');
                case "lastRenderedPageBreak" -> turn();
                case "br" -> {
                    text.append(' ');
                    if (attribute("type").equals("page")) {
                        turn();
                    }
                }
                default -> {}
            }
        }

        private void turn() {
            page++;
            paged = true;
        }

        private String attribute(String name) {
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                if (xml.getAttributeLocalName(i).equals(name)) {
                    return xml.getAttributeValue(i);
                }
            }
            return "";
        }

        private void paragraph() {
            String line = text.toString().strip();
            if (!line.isEmpty() && (style.startsWith("heading") || style.startsWith("berschrift") || heading(line))) {
                section = line;
                text.setLength(0);
            } else {
                add(passages, page, section, text);
            }
            style = "";
        }
    }
}
