package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.winnow.formats.RealFiles;
import org.winnow.work.Progress;

/** Papers of real publishers, and files that are none. */
class RealPdfsTest {
    /** What a person reads on their first pages. */
    private static final Map<String, String> TITLES = new TreeMap<>(Map.of(
            "cermine_test2.pdf", "Patient Experiences of Structured Heart Failure Programmes",
            "cermine_test5.pdf", "Iron deficiency anaemia can be improved after eradication of Helicobacter pylori",
            "cermine_test6.pdf", "VESPA: Very large-scale Evolutionary and Selective Pressure Analyses",
            "jabref_Keim2024.pdf", "Recovering Trace Links Between Software Documentation And Code",
            "jabref_Tucker2007.pdf", "OPIUM: Optimal Package Install/Uninstall Manager",
            "pdfjs_tracemonkey.pdf", "Trace-based Just-in-Time Type Specialization for Dynamic Languages",
            "zotero_recognizePDF_test_arXiv.pdf", "Scaling study of an improved fermion action on quenched lattices"));

    /** Numbers of references that the papers print. */
    private static final Map<String, Integer> REFERENCES = Map.of(
            "cermine_test2.pdf", 17, "cermine_test5.pdf", 40, "jabref_Fritzsch2022.pdf", 43, "jabref_Keim2024.pdf", 68);

    /** Several tests ask for the same papers. */
    private static final Map<Path, Article> READ = new ConcurrentHashMap<>();

    private static Article read(Path file) {
        return READ.computeIfAbsent(file, f -> ArticleReader.USUAL.read(f, "", Progress.NONE));
    }

    @AfterAll
    static void forget() {
        READ.clear();
    }

    @Test
    void titlesAndReferencesOfPapersInOneAndTwoColumns() {
        Path articles = RealFiles.root().resolve("pdf/articles");
        Map<String, String> titles = new TreeMap<>();
        Map<String, Integer> references = new TreeMap<>();
        TITLES.keySet()
                .forEach(name -> titles.put(name, read(articles.resolve(name)).title()));
        REFERENCES
                .keySet()
                .forEach(name -> references.put(
                        name, read(articles.resolve(name)).references().size()));

        assertThat(titles).isEqualTo(TITLES);
        assertThat(references).isEqualTo(REFERENCES);
    }

    @Test
    void everyPartOfASectionKnowsWhereItStands() throws IOException {
        for (Path file : RealFiles.below("pdf/articles")) {
            if (file.toString().endsWith(".pdf")) {
                PlacesLaw.check(read(file));
            }
        }
    }

    @Test
    void sectionsComeInTheOrderInWhichTheyArePrinted() {
        Article article = read(RealFiles.root().resolve("pdf/articles/cermine_test2.pdf"));

        assertThat(article.sections().stream().map(Section::heading))
                .containsSubsequence(
                        "Introduction",
                        "Methods",
                        "Results",
                        "Experience of Programmes",
                        "Maintenance",
                        "Improvements",
                        "GP Services",
                        "Quality of Care",
                        "Medication",
                        "Discussion",
                        "Acknowledgments");
    }

    @Test
    void filesThatAreDamagedOrLockedGiveAMessageAndNothingElse() throws IOException {
        List<String> messages = new ArrayList<>();
        for (Path file : RealFiles.below("pdf/malformed", "pdf/encrypted", "pdf/structure", "pdf/annotated")) {
            if (file.toString().endsWith(".pdf") && Files.size(file) < 1_000_000) {
                try {
                    assertThat(read(file).pages()).isPositive();
                } catch (UnreadablePdf e) {
                    messages.add(String.valueOf(e.getMessage()));
                }
            }
        }
        assertThat(messages).isNotEmpty().allMatch(message -> message.contains(".pdf"));
    }

    @Test
    void aScanIsRecognisedAsOne() {
        assertThat(read(RealFiles.root().resolve("pdf/scanned/pypdf_grayscale-image.pdf"))
                        .scanned())
                .isTrue();
    }
}
