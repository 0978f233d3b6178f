package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.winnow.formats.value.PublicationYear;
import org.winnow.model.BibRecord;

/** What Zotero and JabRef read from the same files, as they themselves expect it in their tests. */
class PeersTest {
    /** Where we differ on purpose, and why; key: file, position of the record, field. */
    private static final Map<String, String> DELIBERATE = Map.ofEntries(
            Map.entry("BibTeX_12 1 doi", "a chapter has a DOI too; Zotero has no field for it"),
            Map.entry("BibTeX_17 1 authors", "a body without braces is divided as BibTeX divides it: for is a von"),
            Map.entry("BibTeX_18 1 authors", "the file's doubled backslashes are line breaks"),
            Map.entry("MEDLINEnbib_04 2 doi", "ERIC gives the DOI as an address in AID; it is a DOI all the same"),
            Map.entry("MEDLINEnbib_06 2 doi", "as above"),
            Map.entry("RIS_02 5 authors", "the sponsor of a bill (A2) is no author"),
            Map.entry("RIS_02 9 authors", "the counsel of a case (A2) is no author"),
            Map.entry("RIS_02 9 title", "TI is the title of every type, ST only where there is no other"),
            Map.entry("RIS_02 18 authors", "AU is an author even of an edited book; Zotero makes it an editor"),
            Map.entry("RIS_02 35 authors", "A2 and A3 of music stay beside the authors"),
            Map.entry("RIS_02 38 authors", "A2 of a personal communication is its recipient"),
            Map.entry("RIS_02 40 authors", "A2 of a patent is its attorney"),
            Map.entry("RIS_02 45 title", "TI is the title of a statute too"),
            Map.entry("RIS_03 1 doi", "Mendeley leaves the DOI in N1 and UR; we take it"),
            Map.entry("RIS_04 28 authors", "A2 stays beside the authors"),
            Map.entry("RIS_04 33 authors", "A2 stays beside the authors"),
            Map.entry(
                    "RisImporterTest1 count", "TY after other tags begins a record; JabRef lets one record have many"),
            Map.entry("RisImporterTest3 1 authors", "names without a comma are never turned round"),
            Map.entry("Web_of_Science_Tagged_03 1 doi", "a chapter's DOI is its DOI; Zotero has no field for it"),
            Map.entry("ReferBibIX_00 1 doi", "%R is EndNote's electronic resource number"),
            Map.entry("OVID_Tagged_04 1 authors", "initials stay as they came; Zotero loses the first"),
            Map.entry("RefWorks_Tagged_03 1 doi", "a note that is nothing but a DOI gives it"),
            Map.entry("OvidImporterTest4 1 year", "JabRef does not read the year in the source line"),
            Map.entry("OvidImporterTest5 1 year", "as above"),
            Map.entry("OvidImporterTest5 1 authors", "degrees are no part of a name"),
            Map.entry("MedlineImporterTestBookArticleSet 1 title", "the title of a part of a book is the part's"),
            Map.entry("MedlineImporterTestKeywordSingleEntry 1 authors", "the subject of an article is no author"),
            Map.entry(
                    "MedlineImporterTestMathML 1 abstract", "formulas are kept as plain text, whole in the raw record"),
            Map.entry("MedlineImporterTestNbib 1 authors", "the suffix Jr is kept"),
            Map.entry("RisImporterTestDoiAndJournalTitle 1 year", "DA gives the year where PY and Y1 are missing"));

    private static final String[] ZOTERO = {
        "formats/bibtex/zotero",
        "formats/ris/zotero",
        "formats/nbib/zotero",
        "formats/enw/zotero",
        "formats/ciw/zotero",
        "formats/ovid/zotero",
        "formats/refworks/zotero",
        "formats/pubmed-xml/zotero",
        "formats/endnote-xml/zotero"
    };

    private static final String[] JABREF = {
        "formats/ris/jabref",
        "formats/nbib/jabref",
        "formats/ovid/jabref",
        "formats/pubmed-xml/jabref",
        "formats/endnote-xml/jabref"
    };

    @Test
    void readsWhatZoteroReads() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Path expected : RealFiles.below(ZOTERO)) {
            String name = expected.getFileName().toString();
            if (name.endsWith(".expected.json")) {
                String base = name.substring(0, name.length() - ".expected.json".length());
                compare(base, Reading.of(beside(expected, base)).records(), zotero(expected), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void readsWhatJabRefReads() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Path expected : RealFiles.below(JABREF)) {
            String name = expected.getFileName().toString();
            if (name.endsWith(".bib")) {
                String base = name.substring(0, name.length() - ".bib".length())
                        .replace("OvidImporterTestBib", "OvidImporterTest");
                compare(base, Reading.of(beside(expected, base)).records(), BibFile.entries(expected), differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    /** The file of that name that is no expectation. */
    private static Path beside(Path expected, String base) throws IOException {
        try (Stream<Path> files = Files.list(expected.getParent())) {
            return files.filter(f -> f.getFileName().toString().startsWith(base + "."))
                    .filter(f -> !f.toString().endsWith(".json"))
                    .min(Comparator.comparing(f -> f.toString().endsWith(".bib")))
                    .orElseThrow();
        }
    }

    private static void compare(
            String file, List<BibRecord> ours, List<Map<String, String>> theirs, List<String> differences) {
        if (ours.size() != theirs.size()) {
            note(file + " count", "" + ours.size(), "" + theirs.size(), differences);
            return;
        }
        for (int i = 0; i < ours.size(); i++) {
            Map<String, String> our = fields(ours.get(i));
            for (Map.Entry<String, String> field : theirs.get(i).entrySet()) {
                String key = file + " " + (i + 1) + " " + field.getKey();
                note(key, our.getOrDefault(field.getKey(), ""), field.getValue(), differences);
            }
        }
    }

    private static void note(String key, String ours, String theirs, List<String> differences) {
        boolean same = plain(ours).equals(plain(theirs));
        if (!same && !DELIBERATE.containsKey(key)) {
            differences.add(key + "\n   ours   " + ours + "\n   theirs " + theirs);
        }
    }

    private static Map<String, String> fields(BibRecord r) {
        String authors =
                r.authors().stream().map(a -> a.family() + " " + a.given()).collect(Collectors.joining("; "));
        return Map.of(
                "title",
                r.title(),
                "authors",
                authors,
                "year",
                r.year() == null ? "" : r.year().toString(),
                "doi",
                r.doi() == null ? "" : r.doi().value(),
                "abstract",
                r.abstractText());
    }

    private static List<Map<String, String>> zotero(Path expected) throws IOException {
        List<Map<String, String>> items = new ArrayList<>();
        for (JsonNode item : new ObjectMapper().readTree(expected.toFile())) {
            Map<String, String> fields = new TreeMap<>();
            fields.put("title", text(item, "title", "caseName", "nameOfAct", "subject"));
            fields.put("authors", zoteroAuthors(item));
            Integer year = PublicationYear.in(text(item, "date", "issueDate", "dateDecided", "dateEnacted"));
            fields.put("year", year == null ? "" : year.toString());
            fields.put("doi", text(item, "DOI"));
            fields.put("abstract", text(item, "abstractNote"));
            items.add(fields);
        }
        return items;
    }

    private static String zoteroAuthors(JsonNode item) {
        List<String> names = new ArrayList<>();
        for (JsonNode creator : item.path("creators")) {
            String role = creator.path("creatorType").asText();
            boolean other = role.matches(
                    "editor|seriesEditor|translator|contributor|bookAuthor|reviewedAuthor|recipient|producer");
            if (!other) {
                names.add(creator.path("lastName").asText() + " "
                        + creator.path("firstName").asText());
            }
        }
        return String.join("; ", names);
    }

    private static String text(JsonNode item, String... keys) {
        for (String key : keys) {
            if (item.hasNonNull(key)) {
                return item.get(key).asText();
            }
        }
        return "";
    }

    /** Letters and digits only, without accents: white space, mark-up and punctuation are nobody's difference. */
    private static String plain(String text) {
        String decomposed = Normalizer.normalize(text.replaceAll("<[^>]+>", ""), Normalizer.Form.NFKD);
        return decomposed.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
