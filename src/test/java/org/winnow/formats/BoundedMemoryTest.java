package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.work.Progress;

/** Files many times larger than the heap go through every reader of text: none gathers what it reads. */
class BoundedMemoryTest {
    private static final int HEAP_MEGABYTES = 32;
    private static final long FILE_BYTES = 40L << 20;
    private static final String WORDS = "Sleep and naps in adults and children, a randomised trial. ".repeat(20);

    /** How a file begins, one record of it, and how it ends. */
    private record Shape(String begin, String record, String end) {}

    private static final Map<String, Shape> SHAPES = Map.of(
            "ris", new Shape("", "TY  - JOUR\nTI  - Title\nAU  - Doe, Jane\nAB  - " + WORDS + "\nER  - \n\n", ""),
            "nbib", new Shape("", "PMID- 123\nOWN - NLM\nTI  - Title\nAB  - " + WORDS + "\n\n", ""),
            "csv", new Shape("title,abstract,year\n", "Title,\"" + WORDS + "\",2001\n", ""),
            "enw", new Shape("", "%0 Journal Article\n%T Title\n%A Doe, Jane\n%X " + WORDS + "\n\n", ""),
            "ciw", new Shape("FN Web\nVR 1.0\n", "PT J\nTI Title\nAU Doe, J\nAB " + WORDS + "\nER\n\n", "EF\n"),
            "bibtex", new Shape("", "@article{key, title = {Title}, abstract = {" + WORDS + "}}\n", ""),
            "csl-json",
                    new Shape(
                            "[",
                            "{\"type\":\"article\",\"title\":\"Title\",\"abstract\":\"" + WORDS + "\"},\n",
                            "{\"title\":\"Last\"}]"),
            "pubmed-xml",
                    new Shape(
                            "<?xml version=\"1.0\"?>\n<PubmedArticleSet>\n",
                            "<PubmedArticle><MedlineCitation><PMID Version=\"1\">123</PMID><Article><ArticleTitle>Title"
                                    + "</ArticleTitle><Abstract><AbstractText>" + WORDS
                                    + "</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>\n",
                            "</PubmedArticleSet>\n"),
            "zotero-rdf",
                    new Shape(
                            "<rdf:RDF xmlns:rdf=\"#\" xmlns:z=\"http://www.zotero.org/namespaces/export#\">\n",
                            "<bib:Article rdf:about=\"#item_1\"><z:itemType>journalArticle</z:itemType>"
                                    + "<link:link rdf:resource=\"#item_2\"/><link:link rdf:resource=\"#lost\"/>"
                                    + "<dc:title>Title</dc:title><dcterms:abstract>" + WORDS
                                    + "</dcterms:abstract></bib:Article>\n<z:Attachment rdf:about=\"#item_2\">"
                                    + "<z:path rdf:resource=\"files/2/a.pdf\"/></z:Attachment>\n",
                            "</rdf:RDF>\n"),
            "endnote-xml",
                    new Shape(
                            "<?xml version=\"1.0\"?>\n<xml><records>\n",
                            "<record><ref-type name=\"Journal Article\">17</ref-type><titles><title>Title</title></titles>"
                                    + "<abstract>" + WORDS + "</abstract></record>\n",
                            "</records></xml>\n"));

    @Test
    void everyReaderOfTextReadsAFileLargerThanTheHeap() throws IOException {
        String printed = inASmallHeap();
        List<String> expected = formats().map(f -> f.key() + " read").toList();
        assertThat(printed.lines().toList()).containsExactlyElementsOf(expected);
    }

    private static Stream<Format> formats() {
        return Formats.readable().stream().filter(f -> SHAPES.containsKey(f.key()));
    }

    private static String inASmallHeap() throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            return out.lines().collect(Collectors.joining("\n"));
        }
    }

    /** Reads an endless run of records of each format and says which ones it got through. */
    static final class Small {
        private Small() {}

        public static void main(String[] args) throws IOException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            for (Format format : formats().toList()) {
                Shape shape = SHAPES.get(format.key());
                int records = (int) (FILE_BYTES / shape.record().length());
                Counting sink = new Counting();
                ReadSummary summary =
                        Formats.read(stream(shape, records), format.key(), -1, ReadOptions.AUTO, sink, Progress.NONE);
                boolean right = summary.detection().format() == format && sink.records >= records;
                out.println(format.key() + (right ? " read" : " lost records: " + sink.records + " of " + records));
            }
        }

        private static InputStream stream(Shape shape, int records) {
            byte[] record = shape.record().getBytes(StandardCharsets.UTF_8);
            return new SequenceInputStream(new Enumeration<InputStream>() {
                private int next;

                @Override
                public boolean hasMoreElements() {
                    return next < records + 2;
                }

                @Override
                public InputStream nextElement() {
                    int part = next++;
                    byte[] bytes = part == 0
                            ? shape.begin().getBytes(StandardCharsets.UTF_8)
                            : part <= records ? record : shape.end().getBytes(StandardCharsets.UTF_8);
                    return new ByteArrayInputStream(bytes);
                }
            });
        }
    }

    private static final class Counting implements RecordSink {
        private long records;

        @Override
        public void record(BibRecord record, long line) {
            records++;
        }

        @Override
        public void problem(Problem problem) {
            // Only the records count here.
        }
    }
}
