package org.winnow.prisma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.document.Document;
import org.winnow.document.Documents;
import org.winnow.document.Sheets;
import org.winnow.model.CriterionId;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.model.Suggestion;
import org.winnow.model.Verdict;
import org.winnow.prisma.Checklist.Item;
import org.winnow.prisma.FilledChecklist.Status;
import org.winnow.prisma.SearchRecord.Field;
import org.winnow.store.Criteria;
import org.winnow.store.Decisions;
import org.winnow.store.Decisions.NewDecision;
import org.winnow.store.LookAgain;
import org.winnow.store.LookAgain.About;
import org.winnow.store.Review;
import org.winnow.store.Team;
import org.winnow.testkit.TestReview;

class ChecklistTest {
    private static final Checklist MAIN = Checklist.of("prisma-2020").orElseThrow();

    @TempDir
    Path folder;

    private Review review;

    @BeforeEach
    void anEmptyReview() {
        review = TestReview.create(folder, "Ada");
    }

    @AfterEach
    void close() {
        review.close();
    }

    /** Lines and main numbers of the official lists; an extension's own additions where it is an addition only. */
    @ParameterizedTest
    @CsvSource({
        "prisma-2020, 42, 27",
        "prisma-2020-abstract, 12, 12",
        "prisma-s, 16, 16",
        "prisma-p, 26, 17",
        "prisma-scr, 22, 22",
        "prisma-nma, 32, 32",
        "prisma-ipd, 31, 31",
        "prisma-dta, 27, 27",
        "prisma-harms, 27, 27",
        "prisma-equity, 33, 27",
        "prisma-lsr, 30, 18",
        "prisma-traice, 17, 17",
        "prisma-dfllm, 23, 7"
    })
    void everyListHasTheOfficialNumberOfItems(String kind, int lines, int numbers) {
        Checklist list = Checklist.of(kind).orElseThrow();
        assertThat(list.items()).hasSize(lines);
        assertThat(list.items().stream().map(Item::id)).doesNotHaveDuplicates();
        assertThat(list.items().stream()
                        .map(i -> i.id().replaceAll("(?<=\\d)[a-gA-B]$|\\.e\\d+$|\\+$", ""))
                        .distinct())
                .hasSize(numbers);
        assertThat(list.items()).allSatisfy(i -> {
            assertThat(i.topic()).isNotBlank();
            assertThat(i.section()).isNotBlank();
            assertThat(i.statement()).matches(".*\\.\\)?");
        });
        assertThat(list.url()).startsWith("https://");
        assertThat(list.citation()).containsAnyOf("doi:", "arXiv:", "PRISMA-trAIce");
    }

    @Test
    void everyKindIsThereAndNoOther() {
        assertThat(Checklist.KINDS).hasSize(13).allSatisfy(k -> assertThat(Checklist.of(k))
                .isPresent());
        assertThat(Checklist.of("prisma-2009")).isEmpty();
    }

    @Test
    void theScopingListGivesBothNumberings() {
        Map<String, String> numbers = Checklist.of("prisma-scr").orElseThrow().items().stream()
                .collect(Collectors.toMap(Item::id, Item::otherNumber));
        assertThat(numbers)
                .containsEntry("12", "12")
                .containsEntry("13", "14")
                .containsEntry("16", "19")
                .containsEntry("22", "27");
    }

    @Test
    void aReviewInWhichNothingWasDoneClaimsNothing() {
        for (String kind : Checklist.KINDS) {
            FilledChecklist filled = filled(Checklist.of(kind).orElseThrow());
            assertThat(filled.answered()).as(kind).isZero();
            assertThat(filled.missing()).hasSize(filled.list().items().size());
        }
    }

    @Test
    void whatTheReviewHoldsIsDraftedAndWhatAPersonSaysStands() {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "one", "two");
        Item sources = item("6");
        FilledChecklist.Line drafted = filled(MAIN).lines().get(MAIN.items().indexOf(sources));
        assertThat(drafted.status()).isEqualTo(Status.DRAFTED);
        assertThat(drafted.text()).isEqualTo("We searched Embase [date of search].");

        review.write(FilledChecklist.answer(MAIN, sources, Status.REPORTED, "Embase, 3 May", "p. 4"));
        FilledChecklist.Line said = filled(MAIN).lines().get(MAIN.items().indexOf(sources));
        assertThat(said)
                .extracting(FilledChecklist.Line::status, FilledChecklist.Line::text, FilledChecklist.Line::location)
                .containsExactly(Status.REPORTED, "Embase, 3 May", "p. 4");
        review.undo();
        assertThat(filled(MAIN).lines().get(MAIN.items().indexOf(sources))).isEqualTo(drafted);
    }

    @Test
    void whatWasChangedWhenScreeningHadBegunIsDraftedAsAnAmendment() {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "one", "two");
        review.write(Criteria.ensure("Wrong population"));
        CriterionId dropped = review.write(Criteria.ensure("Wrong setting"));
        review.write(Team.policy(Stage.TITLE_ABSTRACT, new StagePolicy(2, 100, 0, true, false), policy(), null));
        exclude(1, null);
        assertThat(amendments()).isEmpty();

        review.write(Criteria.ensure("No outcome"));
        review.write(Criteria.ensure("Undone at once"));
        review.undo();
        review.write(Team.policy(Stage.TITLE_ABSTRACT, new StagePolicy(1, 100, 0, false, false), policy(), null));
        review.undo();
        review.write(Criteria.retire(dropped));
        review.write(Team.policy(Stage.TITLE_ABSTRACT, new StagePolicy(2, 20, 5, true, false), policy(), null));
        review.write(LookAgain.ask(
                List.of(new About(Stage.TITLE_ABSTRACT, Set.of(Verdict.EXCLUDE), "")), "Outcomes are now required"));
        review.write(ReportFacts.say("amendments", "We added an outcome."));
        assertThat(amendments())
                .isEqualTo("We added an outcome."
                        + " The reason for exclusion “No outcome” was added on 2026-01-02, after screening had begun."
                        + " The reason for exclusion “Wrong setting” was taken out of use on 2026-01-02, after screening"
                        + " had begun."
                        + " From 2026-01-02 on, 2 people screened 20 % of the records at title and abstract."
                        + " On 2026-01-02 people were asked to look at earlier decisions again, for this reason: Outcomes are now required."
                        + " [Say why, and whether the protocol foresaw it.]");
    }

    private StagePolicy policy() {
        return review.team().policy(Stage.TITLE_ABSTRACT);
    }

    /** @param by the model that brought the record up, or null */
    private void exclude(long record, @Nullable Suggestion by) {
        review.write(Decisions.decide(new NewDecision(
                new RecordId(record),
                Stage.TITLE_ABSTRACT,
                review.reviewers().all().getFirst().id(),
                Verdict.EXCLUDE,
                null,
                false,
                by)));
    }

    private String amendments() {
        return filled(MAIN).lines().get(MAIN.items().indexOf(item("24c"))).text();
    }

    @Test
    void whatAModelDidIsDraftedForTheListOnAutomation() {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "one", "two");
        for (long record : new long[] {1, 2}) {
            exclude(record, new Suggestion("elas-u4", "1", 7, 3, 4, 1, 0.5, record == 2));
        }
        Checklist list = Checklist.of("prisma-traice").orElseThrow();
        FilledChecklist filled = filled(list);
        assertThat(filled.lines().stream()
                        .filter(l -> l.status() == Status.DRAFTED)
                        .map(l -> l.item().id())
                        .toList())
                .contains("M2", "M3", "M4", "M5", "M7");
        assertThat(filled.lines().stream()
                        .filter(l -> l.item().id().equals("M7"))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .isEqualTo(
                        "Titles and abstracts were screened in the order of a model (elas-u4, version 1, seed 7) that"
                                + " learnt from the decisions taken so far; 2 decisions were taken on records that it had brought"
                                + " up, 1 of them drawn at random. The models suggested what to read next; every decision was"
                                + " taken by a person.");
    }

    @Test
    void aSearchIsWrittenDownLineByLineAndNumberedInTheAppendix() {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "one");
        SearchRecord search = SearchRecord.all(review).getFirst();
        review.write(search.say(Field.PLATFORM, "Ovid"));
        review.write(search.say(Field.STRATEGY, "exp sleep/ | 1,200\nmemory.ti,ab.\t40\n1 and 2"));
        SearchRecord now = SearchRecord.all(review).getFirst();
        assertThat(now.strategy())
                .containsExactly(
                        new SearchRecord.StrategyLine("exp sleep/", "1,200"),
                        new SearchRecord.StrategyLine("memory.ti,ab.", "40"),
                        new SearchRecord.StrategyLine("1 and 2", ""));
        String appendix = new String(
                Documents.bytes(SearchAppendix.of(List.of(now)), "md").orElseThrow());
        assertThat(appendix)
                .contains("## S1 Embase")
                .contains("| 2 | memory.ti,ab. | 40 |")
                .contains("| Platform | Ovid |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx", "xlsx", "csv", "json", "md", "html", "tex"})
    void everyFormatHoldsEveryItemAndTheSameAnswersGiveTheSameBytes(String ending) throws Exception {
        TestReview.importTitles(review, "Embase", SourceKind.DATABASE, "one");
        Path file = folder.resolve("list." + ending);
        ChecklistExport.write(filled(MAIN), file);
        byte[] once = Files.readAllBytes(file);
        ChecklistExport.write(filled(MAIN), file);
        assertThat(Files.readAllBytes(file)).isEqualTo(once);
        String text = text(file, ending).replaceAll("\\s+", "");
        for (Item item : MAIN.items()) {
            String topic = item.topic().replaceAll("\\s+", "");
            assertThat(text).contains(topic);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "csv"})
    void anOfficialFormIsFilledInPlaceAndWhatStandsInItStays(String ending) throws Exception {
        Document.Table table = Document.Table.plain(
                "",
                List.of(
                        new Document.Column("Section and Topic", 1),
                        new Document.Column("Item #", 1),
                        new Document.Column("Checklist item", 3),
                        new Document.Column("Location where item is reported", 1)),
                List.of(
                        List.of("Title", "1", "Identify the report", "page 1, by hand"),
                        List.of("Information sources", "6", "Specify all; \"sources\", one by one", ""),
                        List.of("Search strategy", "7", "Present the strategies", "")));
        Path form = folder.resolve("official." + ending);
        Files.write(
                form,
                switch (ending) {
                    case "csv" -> Sheets.csv(table);
                    case "xlsx" -> Sheets.xlsx(Map.of("Checklist", table));
                    default ->
                        Documents.bytes(new Document("PRISMA 2020 Checklist", List.of(table)), ending)
                                .orElseThrow();
                });
        review.write(FilledChecklist.answer(MAIN, item("1"), Status.REPORTED, "", "p. 9"));
        review.write(FilledChecklist.answer(MAIN, item("6"), Status.REPORTED, "All of them", "p. 4, 5"));
        Path target = folder.resolve("filled." + ending);

        assertThat(OfficialForm.fill(filled(MAIN), form, target)).isEqualTo(1);
        assertThat(text(target, ending))
                .contains("page 1, by hand")
                .contains(
                        switch (ending) {
                            case "csv" -> "one by one\",\"p. 4, 5\"";
                            // The cell after the number of the last shared text in its row.
                            case "xlsx" -> "8p. 4, 5";
                            default -> "one by onep. 4, 5";
                        })
                .doesNotContain("p. 9");
        assertThatThrownBy(() -> OfficialForm.fill(filled(MAIN), folder.resolve("gone." + ending), target))
                .hasMessageContaining("There is no such file");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, FF FE, FF FE", "UTF-8, EF BB BF, EF BB BF", "UTF-8, '', ''", "windows-1252, '', EF BB BF"})
    void aCsvFormKeepsItsCodingWhereThatHasEveryLetterOfTheAnswers(String charset, String mark, String after)
            throws Exception {
        String form = "Überschrift;Nr.;Ort\r\nQuellen: größer;6;\r\n";
        Path file = folder.resolve("form.csv");
        Files.write(file, bytes(mark, form, charset));
        review.write(FilledChecklist.answer(MAIN, item("6"), Status.REPORTED, "", "p. 4 → 5"));
        Path target = folder.resolve("filled.csv");

        assertThat(OfficialForm.fill(filled(MAIN), file, target)).isEqualTo(1);
        assertThat(Files.readAllBytes(target))
                .isEqualTo(bytes(after, form.replace("6;", "6;p. 4 → 5"), after.startsWith("EF") ? "UTF-8" : charset));
    }

    private static byte[] bytes(String mark, String text, String charset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(HexFormat.ofDelimiter(" ").parseHex(mark));
        out.write(text.getBytes(charset));
        return out.toByteArray();
    }

    @Test
    void aFileThatIsNoFormIsRefusedAndNothingIsWritten() throws Exception {
        review.write(FilledChecklist.answer(MAIN, item("6"), Status.REPORTED, "", "p. 4"));
        Path other = Files.writeString(folder.resolve("letter.docx"), "Dear editor, item 6 is on page 4.");
        Path target = folder.resolve("filled.docx");

        assertThatThrownBy(() -> OfficialForm.fill(filled(MAIN), other, target))
                .hasMessageContaining("letter.docx")
                .hasMessageContaining("No row");
        assertThat(target).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "docx"})
    void aManuscriptIsReadAndPlacesAreProposedWithPageAndQuote(String ending) throws Exception {
        Document paper = new Document(
                "Sleep and memory: a systematic review",
                List.of(
                        new Document.Heading(1, "Methods"),
                        new Document.Text("We searched MEDLINE and Embase on 3 May 2024."),
                        new Document.Text("Two reviewers independently screened titles and abstracts."),
                        new Document.Heading(1, "Funding"),
                        new Document.Text("This work was funded by nobody.")));
        Path file = folder.resolve("paper." + ending);
        Files.write(file, Documents.bytes(paper, ending).orElseThrow());
        Manuscript manuscript = Manuscript.read(file);
        int page = ending.equals("pdf") ? 1 : 0;

        assertThat(Proposals.propose(item("6"), manuscript))
                .contains(new Proposals.Proposal(page, "Methods", "We searched MEDLINE and Embase on 3 May 2024."));
        assertThat(Proposals.propose(item("8"), manuscript).orElseThrow().quote())
                .contains("independently screened");
        assertThat(Proposals.propose(item("25"), manuscript).orElseThrow().section())
                .isEqualTo("Funding");
        assertThat(Proposals.propose(item("15"), manuscript)).isEqualTo(Optional.empty());
    }

    private Item item(String id) {
        return MAIN.items().stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    }

    private FilledChecklist filled(Checklist list) {
        return FilledChecklist.of(
                review, list, ReportFacts.of(review, Template.NEW_DATABASES, List.of(), "Winnow", Map.of()));
    }

    private static String text(Path file, String ending) throws Exception {
        return switch (ending) {
            case "pdf" -> {
                try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                    yield new PDFTextStripper().getText(pdf);
                }
            }
            case "docx" -> {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    yield new String(
                                    zip.getInputStream(zip.getEntry("word/document.xml"))
                                            .readAllBytes(),
                                    "UTF-8")
                            .replaceAll("<[^>]+>", "");
                }
            }
            case "xlsx" -> {
                try (ZipFile zip = new ZipFile(file.toFile())) {
                    StringBuilder all = new StringBuilder();
                    for (var entry : Collections.list(zip.entries())) {
                        all.append(new String(zip.getInputStream(entry).readAllBytes(), "UTF-8"));
                    }
                    yield all.toString().replaceAll("<[^>]+>", "");
                }
            }
            default -> Files.readString(file);
        };
    }
}
