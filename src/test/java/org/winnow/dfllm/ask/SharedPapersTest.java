package org.winnow.dfllm.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.ask.Asking.Networks;
import org.winnow.dfllm.card.Checksums;
import org.winnow.dfllm.card.SharedFolder;
import org.winnow.dfllm.corpus.Chunk;
import org.winnow.dfllm.corpus.Chunk.Quote;
import org.winnow.dfllm.corpus.Chunk.Sentence;
import org.winnow.dfllm.corpus.PaperSummary;
import org.winnow.document.Archive;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.Vector;
import org.winnow.model.PageSpan;
import org.winnow.model.RecordId;
import org.winnow.model.UserException;
import org.winnow.work.Progress;

/** Papers that are given away, on the computer of whoever gets them. */
class SharedPapersTest {
    private static final String NURSES = "We recruited forty-two nurses in three hospitals.";
    private static final String ROSES = "Roses were planted along the “southern” wall, 4 \\ feet apart.\n";

    @TempDir
    Path folder;

    private static Chunk passage(long report, String sha256, String text) {
        PageSpan span = new PageSpan(2, 10, 10 + text.length());
        return new Chunk(
                sha256 + "-1",
                new RecordId(report),
                sha256,
                "Methods",
                List.of(span),
                List.of(new Sentence(text, List.of(new Quote(span, text)))),
                9,
                text);
    }

    private static SharedPapers papers(String network) {
        return new SharedPapers(
                Map.of(new RecordId(1), "Coffee", new RecordId(2), "Gardens", new RecordId(3), "Held back"),
                List.of(paper(1, "aaa", "CC-BY-4.0"), paper(2, "bbb", "CC0-1.0")),
                List.of(passage(1, "aaa", NURSES), passage(2, "bbb", ROSES)),
                network,
                0.2,
                List.of(paper(3, "ccc", "unknown")),
                null);
    }

    private static PaperSummary paper(long report, String sha256, String licence) {
        return new PaperSummary(new RecordId(report), "Paper", "paper.pdf", sha256, licence, "en", 1, 9, List.of());
    }

    /** Counts letters: enough to tell two sentences apart. */
    private record Letters(String name) implements Embedding {
        @Override
        public List<Vector> of(List<String> texts, Progress progress) {
            return texts.stream().map(Letters::vector).toList();
        }

        private static Vector vector(String text) {
            float[] counts = new float[26];
            text.toLowerCase(Locale.ROOT)
                    .chars()
                    .filter(c -> c >= 'a' && c <= 'z')
                    .forEach(c -> counts[c - 'a']++);
            return Vector.of(counts);
        }
    }

    private static Networks networks(String name) {
        Embedding letters = new Letters(name);
        return new Networks(letters, letters, letters, () -> {});
    }

    private Path zip(SharedPapers papers) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(papers.files());
        Archive zip = new Archive();
        files.forEach(zip::put);
        zip.put("SHA256SUMS", sums(files));
        return Files.write(folder.resolve("shared.zip"), zip.bytes());
    }

    private static String sums(Map<String, byte[]> files) {
        StringBuilder sums = new StringBuilder();
        Checksums.of(files)
                .forEach((name, sum) ->
                        sums.append(sum).append("  ").append(name).append('\n'));
        return sums.toString();
    }

    private static SharedPapers read(Path path) {
        return SharedPapers.read(
                SharedFolder.read(path, List.of(SharedPapers.PAPERS, SharedPapers.PASSAGES)), path.getFileName());
    }

    @Test
    void theyComeOutAsTheyWentInAndAnswerTheSame() throws IOException {
        SharedPapers papers = papers("letters");
        SharedPapers read = read(zip(papers));
        assertThat(read).isEqualTo(papers);

        String question = "How many nurses were recruited?";
        Answer before = papers.asking(networks("letters"), Progress.NONE).all(question, 0.2, 3);
        Asking elsewhere = read.asking(networks("letters"), Progress.NONE);
        assertThat(elsewhere.all(question, 0.2, 3)).isEqualTo(before);
        assertThat(before.sentences().getFirst().text()).isEqualTo(NURSES);
        assertThat(elsewhere.corpus().without()).hasSize(1);
    }

    @Test
    void aPackageThatWasChangedOrIsNoneIsRefusedWithWhatToDo() throws IOException {
        Path dir = Files.createDirectories(folder.resolve("dir/ask"));
        Map<String, byte[]> files = papers("letters").files();
        Files.writeString(dir.resolveSibling("SHA256SUMS"), sums(files));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(dir.resolveSibling(file.getKey()), file.getValue());
        }
        assertThat(read(dir.getParent()).passages()).hasSize(2);

        Files.writeString(
                dir.resolve("passages.jsonl"),
                new String(files.get(SharedPapers.PASSAGES), StandardCharsets.UTF_8).replace("forty-two", "fifty-two"));
        assertThatThrownBy(() -> read(dir.getParent()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ask/passages.jsonl is not as it was when the package was made");
        Files.delete(dir.resolve("passages.jsonl"));
        assertThatThrownBy(() -> read(dir.getParent())).hasMessageContaining("has no file ask/passages.jsonl");
        Path junk = Files.writeString(folder.resolve("junk.zip"), "PK\u0003\u0004 and no more");
        assertThatThrownBy(() -> read(junk)).hasMessageContaining("cannot be read as a shared package");
    }

    @Test
    void aBrokenLineIsNamedAndAnotherNetworkIsNotTakenForTheirs() {
        Map<String, byte[]> files = papers("letters").files();
        String lines = new String(files.get(SharedPapers.PASSAGES), StandardCharsets.UTF_8);
        files.put(
                SharedPapers.PASSAGES,
                lines.replaceFirst("\"page\":2", "\"page\":0").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SharedPapers.read(files, "shared.zip"))
                .hasMessageContaining("shared.zip: ask/passages.jsonl, line 1, is no passage");
        assertThatThrownBy(() -> papers("other").asking(networks("letters"), Progress.NONE))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("asked by the network other");
    }
}
