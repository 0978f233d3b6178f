package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes in and out: new, import, records, convert, export, backup, dedup-pairs. */
class FilesTest {
    private static final List<String> RECORD_FIELDS = List.of(
            "id",
            "title",
            "authors",
            "year",
            "journal",
            "volume",
            "issue",
            "pages",
            "doi",
            "pmid",
            "abstract",
            "keywords",
            "source",
            "duplicateOf");

    @TempDir
    Path folder;

    private Path review = Path.of("");

    @BeforeEach
    void anEmptyReview() {
        review = folder.resolve("Übersicht 概要.winnow");
        JsonNode made = CommandLineRun.json("new", review, "--title", "Übersicht 概要", "--reviewer", "Ada");
        assertThat(made.get("review").asText()).isEqualTo(review.toString());
        assertThat(made.get("id").asText()).hasSize(36);
    }

    @Test
    void newRefusesToWriteOverAFileAndLeavesItAlone() throws IOException {
        byte[] before = Files.readAllBytes(review);

        CommandLineRun run = CommandLineRun.of("new", review, "--title", "Another");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(review.toString(), "already exists");
        assertThat(Files.readAllBytes(review)).isEqualTo(before);
    }

    @Test
    void newNeedsATitleWithWords() {
        CommandLineRun run = CommandLineRun.of("new", folder.resolve("blank.winnow"), "--title", "  ");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("title");
        assertThat(folder.resolve("blank.winnow")).doesNotExist();
    }

    @Test
    void importTellsOfEveryFileAndEveryRejectedRecord() {
        Path broken = file("broken.ris", "TY  - JOUR\nTI  - Whole\nER  - \n\nTY  - JOUR\nVL  - 3\nER  - \n");

        JsonNode told = CommandLineRun.json("import", review, fixture("embase.ris"), broken);

        assertThat(told.get("imported").asInt()).isEqualTo(7);
        JsonNode embase = told.get("files").get(0);
        assertThat(embase.get("file").asText()).endsWith("embase.ris");
        assertThat(embase.get("format").asText()).isEqualTo("ris");
        assertThat(embase.get("encoding").asText()).isEqualTo("UTF-8");
        assertThat(embase.get("source").asText()).isEqualTo("Embase");
        assertThat(List.of(embase.get("read").asInt(), embase.get("imported").asInt()))
                .containsExactly(6, 6);
        JsonNode rejected = told.get("files").get(1).get("rejected");
        assertThat(rejected).hasSize(1);
        assertThat(rejected.get(0).get("line").asInt()).isEqualTo(5);
        assertThat(rejected.get(0).get("record").asInt()).isEqualTo(2);
        assertThat(rejected.get(0).get("reason").asText()).isNotEmpty();
    }

    @Test
    void theProblemsOfWhatWasImportedStayToBeListedAndSaved() throws IOException {
        Path broken = file("broken.ris", "TY  - JOUR\nTI  - Whole\nER  - \n\nTY  - JOUR\nVL  - 3\nER  - \n");
        JsonNode told = CommandLineRun.json("import", review, broken);
        assertThat(told.get("files").get(0).get("import").isNumber()).isTrue();
        Path saved = folder.resolve("problems.csv");

        JsonNode problems =
                CommandLineRun.json("problems", review, "--out", saved).get("problems");

        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).get("file").asText()).isEqualTo("broken.ris");
        assertThat(problems.get(0).get("severity").asText()).isEqualTo("rejected");
        assertThat(problems.get(0).get("line").asInt()).isEqualTo(5);
        assertThat(problems.get(0).get("source").asText()).startsWith("TY  - JOUR");
        assertThat(Files.readString(saved)).contains("broken.ris,rejected,5,2,");
    }

    @Test
    void whoKnowsTheEncodingSaysSo() throws IOException {
        Path mac = folder.resolve("mac.ris");
        Files.write(mac, "TY  - JOUR\nTI  - Zürich\nER  - \n".getBytes(Charset.forName("x-MacRoman")));

        CommandLineRun.json("import", review, mac, "--encoding", "x-MacRoman");

        assertThat(CommandLineRun.json("records", review).get(0).get("title").asText())
                .isEqualTo("Zürich");
        CommandLineRun wrong = CommandLineRun.of("import", review, mac, "--encoding", "klingon");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("klingon", "windows-1252");
    }

    @Test
    void decisionsComeAlongOnlyWhereThePersonSaysWhose() {
        Path labelled = file("labels.csv", "title,abstract,included\nOne,About sepsis,0\nTwo,About asthma,1\n");

        assertThat(CommandLineRun.json("import", review, labelled)
                        .get("files")
                        .get(0)
                        .get("decisions")
                        .asInt())
                .isZero();
        JsonNode told =
                CommandLineRun.json("import", review, labelled, "--decisions-as", "Ada", "--stage", "title-abstract");

        assertThat(told.get("files").get(0).get("decisions").asInt()).isEqualTo(2);
        JsonNode stage = CommandLineRun.json("status", review).get("stages").get("title-abstract");
        assertThat(stage.get("included").asInt()).isEqualTo(1);
        assertThat(stage.get("excluded").asInt()).isEqualTo(1);
        assertThat(CommandLineRun.of("import", review, labelled, "--decisions-as", "Ada", "--stage", "later")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void importOfNothingButRejectedRecordsLeavesTheReviewAsItWas() {
        Path broken = file("broken.ris", "TY  - JOUR\nVL  - 3\nER  - \n");

        CommandLineRun run = CommandLineRun.of("import", review, broken);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("broken.ris, line 1, record 1");
        assertThat(CommandLineRun.json("records", review)).isEmpty();
        assertThat(CommandLineRun.json("flow", review).get("databases")).isEmpty();
    }

    @Test
    void theGoodFilesGoInBesideOneThatCannotBeRead() {
        Path missing = folder.resolve("missing.ris");

        CommandLineRun run =
                CommandLineRun.of("import", review, fixture("embase.ris"), missing, fixture("pubmed.nbib"), "--json");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.err()).contains(missing.toString(), "no such file");
        assertThat(run.json().get("imported").asInt()).isEqualTo(10);
        assertThat(run.json().get("files").get(1).get("error").asText()).contains("no such file");
    }

    @Test
    void theSameFileAgainIsNoticed() {
        Path file = fixture("embase.ris");
        assertThat(CommandLineRun.of("import", review, file).err()).doesNotContain("imported before");

        CommandLineRun again = CommandLineRun.of("import", review, file);

        assertThat(again.status()).isZero();
        assertThat(again.err()).contains("embase.ris was imported before");
    }

    @Test
    void standardInputIsReadLikeAFile() throws IOException {
        byte[] bytes = Files.readAllBytes(fixture("pubmed.nbib"));

        CommandLineRun run = CommandLineRun.with(bytes, "import", review, "-", "--json");
        CommandLineRun bad = CommandLineRun.with("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "import", review, "-");
        CommandLineRun converted = CommandLineRun.with(bytes, "convert", "-", "-", "--to", "ris");

        assertThat(run.json().get("imported").asInt()).isEqualTo(4);
        assertThat(run.json().get("files").get(0).get("source").asText()).isEqualTo("standard input");
        assertThat(bad.status()).isEqualTo(3);
        assertThat(bad.err()).startsWith("winnow: standard input is a PDF");
        assertThat(converted.out().lines().filter(l -> l.startsWith("TY  - "))).hasSize(4);
    }

    @Test
    void recordsHoldEveryField() {
        CommandLineRun.of("import", review, fixture("pubmed.nbib"));

        JsonNode records = CommandLineRun.json("records", review);

        assertThat(records).hasSize(4);
        JsonNode first = records.get(0);
        assertThat(first.fieldNames()).toIterable().containsAll(RECORD_FIELDS);
        assertThat(first.get("id").asInt()).isEqualTo(1);
        assertThat(first.get("title").asText())
                .startsWith("Vitamin D supplementation and falls in older adults: a randomised trial");
        assertThat(first.get("authors")).extracting(JsonNode::asText).containsExactly("Almeida, Rosa", "Brandt, Jörg");
        assertThat(first.get("year").asInt()).isEqualTo(2018);
        assertThat(first.get("pmid").asText()).isEqualTo("90000001");
        assertThat(first.get("doi").asText()).isEqualTo("10.5555/jat.2018.101");
        assertThat(first.get("keywords").isArray()).isTrue();
        assertThat(first.get("source").asText()).isEqualTo("PubMed");
        assertThat(first.get("duplicateOf").isNull()).isTrue();
    }

    @Test
    void convertWritesTheArrayThatRecordsPrint() throws IOException {
        Path out = folder.resolve("records.json");

        JsonNode told = CommandLineRun.json("convert", fixture("embase.ris"), out);

        assertThat(List.of(
                        told.get("read").asInt(),
                        told.get("written").asInt(),
                        told.get("rejected").asInt()))
                .containsExactly(6, 6, 0);
        JsonNode converted = new CommandLineRun(0, Files.readString(out), "").json();
        CommandLineRun.of("import", review, folder.resolve("embase.ris"));
        JsonNode records = CommandLineRun.json("records", review);
        for (int i = 0; i < 6; i++) {
            assertThat(converted.get(i).fieldNames()).toIterable().containsAll(RECORD_FIELDS);
            for (String field : RECORD_FIELDS) {
                if (!field.equals("source")) {
                    assertThat(converted.get(i).get(field))
                            .as(field)
                            .isEqualTo(records.get(i).get(field));
                }
            }
        }
    }

    @Test
    void whatCannotBeWrittenLeavesTheOldFileAndNothingElse() throws IOException {
        CommandLineRun.of("import", review, fixture("embase.ris"));
        Path old = file("old.ciw", "precious");
        Path nowhere = folder.resolve("no folder/out.ris");

        CommandLineRun unwritable = CommandLineRun.of("export", review, "--what", "all", "--out", old);
        CommandLineRun forced = CommandLineRun.of("export", review, "--what", "all", "--out", old, "--format", "ciw");
        CommandLineRun converted = CommandLineRun.of("convert", folder.resolve("embase.ris"), old);
        CommandLineRun lost = CommandLineRun.of("export", review, "--what", "all", "--out", nowhere);
        CommandLineRun flow = CommandLineRun.of("flow", review, "--out", folder.resolve("no folder/f.svg"));
        CommandLineRun odd = CommandLineRun.of("flow", review, "--out", old);

        assertThat(List.of(unwritable, forced, converted, lost, flow, odd))
                .extracting(CommandLineRun::status)
                .containsOnly(2);
        assertThat(lost.err()).contains("Cannot write", nowhere.toString());
        assertThat(Files.readString(old)).isEqualTo("precious");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())
                            // what SQLite keeps beside a file that is only read
                            .filter(name -> !name.endsWith("-wal") && !name.endsWith("-shm")))
                    .containsExactlyInAnyOrder(
                            "old.ciw", "embase.ris", review.getFileName().toString());
        }
    }

    @Test
    void exportWritesToStandardOutput() {
        CommandLineRun.of("import", review, fixture("embase.ris"));

        CommandLineRun run = CommandLineRun.of("export", review, "--what", "all", "--out", "-", "--format", "csv");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines()).hasSize(7);
        assertThat(run.err()).contains("6 records written");
    }

    @Test
    void exportNeedsToKnowWhat() {
        CommandLineRun run =
                CommandLineRun.of("export", review, "--what", "everything", "--out", folder.resolve("x.ris"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("everything", "included");
    }

    @Test
    void aBackupIsTheSameReview() throws IOException {
        CommandLineRun.of("import", review, fixture("embase.ris"));
        Path copy = folder.resolve("copy.winnow");

        JsonNode told = CommandLineRun.json("backup", review, "--out", copy);

        assertThat(told.get("file").asText()).isEqualTo(copy.toString());
        assertThat(told.get("bytes").asLong()).isEqualTo(Files.size(copy));
        assertThat(CommandLineRun.json("records", copy)).isEqualTo(CommandLineRun.json("records", review));
        assertThat(CommandLineRun.json("check", copy).get("problems")).isEmpty();
    }

    @Test
    void dedupPairsNamesEveryRecordOnce() throws IOException {
        Path table = file(
                "set.csv",
                "\uFEFFkey,title,author,year,journal,booktitle,volume,number,pages,doi\n"
                        + "b7,\"Falls in older adults, a trial of vitamin D\",\"Almeida, Rosa and Brandt, Jörg\",2018,Ageing,,12,3,101-110,\n"
                        + "\"a,1\",Beetles in caves,\"Kowalska, Zofia\",2014,,Proc. Beetles,1,1,3-4,\n"
                        + "c9,,,,,,4,,,\n"
                        + "d4,\"Falls in older adults: a trial of vitamin D.\",\"Almeida R and Brandt J\",2018,Ageing,,12,3,101-10,10.5555/x.1\n");
        Path out = folder.resolve("pairs.csv");

        JsonNode named = CommandLineRun.json("dedup-pairs", table, "--out", out, "--id", "KEY");

        assertThat(named.get("records").asInt()).isEqualTo(4);
        assertThat(named.get("clusters").asInt()).isEqualTo(1);
        assertThat(named.get("duplicates").asInt()).isEqualTo(1);
        assertThat(Files.readString(out).lines())
                .as("the record with more in it leads its cluster")
                .containsExactly("cluster,record", "1,d4", "1,b7", "2,\"a,1\"", "3,c9");
        CommandLineRun numbered = CommandLineRun.of("dedup-pairs", table, "--out", "-");
        assertThat(numbered.out().lines()).containsExactly("cluster,record", "1,4", "1,1", "2,2", "3,3");
        CommandLineRun unknown = CommandLineRun.of("dedup-pairs", table, "--out", out, "--id", "nothing");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("set.csv has no column nothing", "key, title");
    }

    @Test
    void anArchiveIsReadWhereverAFileIs() throws IOException {
        Path zip = folder.resolve("both.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String[] entry : new String[][] {
                {"a.csv", "Paper,Year,What\nFalls in older adults,2018,A trial of 300\n"},
                {"b.ris", "TY  - JOUR\nTI  - Falls in older adults\nPY  - 2018\nAB  - A trial of 300\nER  - \n"}
            }) {
                out.putNextEntry(new ZipEntry(entry[0]));
                out.write(entry[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        Path out = folder.resolve("out.json");
        Path pairs = folder.resolve("pairs.csv");
        String map = "Paper=title,What=abstract";

        JsonNode imported = CommandLineRun.json("import", review, zip, "--map", map);
        JsonNode converted = CommandLineRun.json("convert", zip, out, "--map", map);
        JsonNode compared = CommandLineRun.json("dedup-pairs", fixtureZip(), "--out", pairs);

        assertThat(imported.get("imported").asInt()).isEqualTo(2);
        assertThat(converted.get("written").asInt()).isEqualTo(2);
        assertThat(Files.readString(out)).contains("\"abstract\" : \"A trial of 300\"");
        assertThat(compared.get("records").asInt()).isEqualTo(2);
        assertThat(Files.readString(pairs).lines()).containsExactly("cluster,record", "1,1", "1,2");
    }

    /** One record twice, in two files of one archive. */
    private Path fixtureZip() throws IOException {
        Path zip = folder.resolve("twice.zip");
        String record =
                "TY  - JOUR\nTI  - Falls in older adults\nAU  - Almeida, R\nPY  - 2018\nDO  - 10.5555/x.1\nER  - \n";
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("one.ris", "two.ris")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(record.getBytes(StandardCharsets.UTF_8));
            }
        }
        return zip;
    }

    private Path fixture(String name) {
        return CommandLineRun.fixture(name, folder);
    }

    private Path file(String name, String text) {
        return CommandLineRun.file(folder.resolve(name), text);
    }
}
