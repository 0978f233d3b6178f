package org.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.dataset.Split;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Method;
import org.winnow.dfllm.tune.TuneSettings;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.dfllm.tune.Tuning;
import org.winnow.embedding.TunedNetwork;
import org.winnow.fulltext.PaperFixture;
import org.winnow.model.Sha256;
import org.winnow.model.UserException;
import org.winnow.store.Review;
import org.winnow.tuning.RenewData;
import org.winnow.tuning.Renewing;
import org.winnow.work.Progress;

/** A living review: what came in since goes into what is learnt, and the network in use is replaced by one no worse. */
class RenewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> ABOUT = List.of("nurses", "roses", "sailors", "bakers", "miners");

    /** Reports have no eight words in a row in common: what is learnt would be in the test else. */
    private static final List<String> SAID = List.of(
            "All %s were counted at dawn by other %s of the town",
            "Some %s had been weighed before breakfast where %s live",
            "Letters asked the %s about sleep while the %s rested",
            "New coins paid the %s for what %s had lost",
            "A doctor saw the %s once and other %s twice",
            "Along the river %s walked four miles and %s ran");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fourReportsWithSixQuestionsEach() throws IOException {
        file = folder.resolve("living.winnow");
        CommandLineRun.json("new", file, "--title", "R", "--reviewer", "Ada", "--screeners-per-record", "1");
        for (int i = 0; i < 4; i++) {
            include(i);
        }
    }

    private void include(int number) throws IOException {
        String who = ABOUT.get(number);
        PaperFixture paper = PaperFixture.paper();
        paper.line(60, 90, 18, true, "A trial of " + who).line(60, 160, 12, true, "1. Methods");
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < SAID.size(); i++) {
            String sentence = SAID.get(i).replace("%s", who);
            paper.line(60, 176 + 12 * i, 10, false, sentence + ".");
            ObjectNode item = JSON.createObjectNode()
                    .put("question", "Is it true: " + sentence + "?")
                    .put("answer", sentence)
                    .put("level", "section")
                    .put("state", "accepted");
            item.putArray("evidence").addObject().put("report", number + 1).put("quote", sentence);
            items.append(item).append('\n');
        }
        Path pdf = paper.save(folder.resolve(who + ".pdf"));
        String ris = "TY  - JOUR\nTI  - A trial of " + who + "\nER  - \n";
        CommandLineRun.json("import", file, CommandLineRun.file(folder.resolve(who + ".ris"), ris));
        Path decision = Files.writeString(folder.resolve("d.csv"), "record,decision\n" + (number + 1) + ",include\n");
        for (String stage : List.of("title-abstract", "full-text")) {
            CommandLineRun.json("decide", file, "--stage", stage, "--reviewer", "Ada", "--from", decision);
        }
        CommandLineRun.json("attach", file, pdf, "--to", number + 1);
        CommandLineRun.json(
                "dataset", "import", file, CommandLineRun.file(folder.resolve(who + ".jsonl"), items.toString()));
    }

    @Test
    void theNetworkInUseIsReplacedAndOldQuestionsAreMixedAmongNewOnes() throws IOException {
        Base base = Base.miniLm();
        Path before = folder.resolve("before");
        String network = copied(base, before);
        try (Review review = Review.open(file, Clock.systemUTC())) {
            review.write(TunedNetwork.use(TunedNetwork.RETRIEVAL, network, before));

            RenewData data = data(review);
            assertThat(data.growth()).isNull();
            assertThat(data.nothingNew()).isFalse();
            Renewing.Outcome first = renewed(review, data, "one");
            assertThat(first.account()).containsEntry("of_them_old", 0L).containsEntry("in_use", true);
            assertThat(TunedNetwork.stated(review, TunedNetwork.RETRIEVAL)
                            .orElseThrow()
                            .note())
                    .isEqualTo(folder.resolve("one").resolve(Renewing.NETWORK).toString());
            assertThat(data(review).nothingNew()).isTrue();
            assertThatThrownBy(() -> Renewing.goesOn(folder.resolve("one"), true))
                    .isInstanceOf(UserException.class)
                    .hasMessageContaining("has a folder of its own");
        }
        include(4);
        try (Review review = Review.open(file, Clock.systemUTC())) {
            RenewData data = data(review);
            assertThat(data.growth().words()).startsWith("Since the corpus on record: 1 new file");
            long fresh = data.pairs(Split.TRAIN).stream()
                    .filter(pair -> !data.isKnown(pair))
                    .count();
            Renewing.Outcome second = renewed(review, data, "two");
            assertThat(second.account())
                    .containsEntry("in_use", true)
                    .containsEntry("reports", 5)
                    .containsEntry("learnt_from", (int) (2 * fresh))
                    .containsEntry("of_them_old", fresh);
            assertThat(Renewing.words(data, second))
                    .contains("it takes the place of the tuned network before it where");
            assertThat(Runs.newest(review, Runs.TUNING)).isPresent();
            assertThat(review.check()).isEmpty();
        }
    }

    private RenewData data(Review review) {
        return RenewData.of(review, folder.resolve("cache"), Progress.NONE);
    }

    /** What is tuned is the network itself: no worse, and in no time. */
    private Renewing.Outcome renewed(Review review, RenewData data, String name) throws IOException {
        TuneSettings settings = TuneSettings.usual(Method.Lora.USUAL, 10);
        return new Renewing(review, folder.resolve("cache"))
                .run(
                        data,
                        new Renewing.Wish(0.5, false, settings),
                        (base, to, resume, learn) -> new LinkedHashMap<>(Map.of("network", copied(base, to))),
                        folder.resolve(name),
                        false,
                        TuneWatch.NONE,
                        Progress.NONE);
    }

    private static String copied(Base base, Path to) throws IOException {
        Files.createDirectories(to);
        Files.write(to.resolve(Tuning.NETWORK), base.onnx());
        Files.write(to.resolve(Tuning.TOKENIZER), base.tokenizer());
        return Sha256.of(base.onnx());
    }
}
