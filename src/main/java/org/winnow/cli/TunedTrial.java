package org.winnow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.ask.Asking;
import org.winnow.dfllm.ask.Evaluation;
import org.winnow.dfllm.ask.EvaluationFile;
import org.winnow.dfllm.ask.FinderTrial;
import org.winnow.dfllm.ask.Question;
import org.winnow.dfllm.card.Runs;
import org.winnow.dfllm.corpus.CorpusJson;
import org.winnow.embedding.TunedNetwork;
import org.winnow.formats.UnreadableFile;
import org.winnow.model.UserException;
import org.winnow.papers.Shelves;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.work.WholeFile;

/**
 * Asks the papers by the usual network and by one that was tuned to the review, and uses the latter from then on where it
 * is better.
 */
record TunedTrial(Console console, Path cache, boolean json, SeenBy seenBy) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 1;

    int call(Path file, Path folder, List<Question> questions, double threshold, @Nullable Path out)
            throws IOException {
        String hash = hash(folder);
        try (Review whole = ReviewCommand.opened(file, true);
                Review review = seen(whole);
                Asking usual = Shelves.untuned(review, cache, console.progress("Reading full texts"));
                Asking tuned = usual.foundBy(
                        Shelves.finder(new TunedNetwork(folder, hash), cache), console.progress("Reading passages"))) {
            Evaluation before = Evaluation.of(usual, questions, threshold, console.progress("Asking"));
            Evaluation after = Evaluation.of(tuned, questions, threshold, console.progress("Asking"));
            FinderTrial trial = FinderTrial.of(before, after, SEED);
            Map<String, Object> run = new LinkedHashMap<>(EvaluationFile.of(tuned, questions, after));
            run.put("tuned_network", trial.json());
            if (out != null) {
                byte[] bytes = CorpusJson.file(run);
                WholeFile.write(out, bytes);
            }
            review.write(Op.together(
                    "model-run",
                    List.of(
                            TunedNetwork.use(TunedNetwork.RETRIEVAL, trial.better() ? hash : "", folder),
                            Runs.record(Runs.EVALUATION, EvaluationFile.summary(run)))));
            tell(trial);
        }
        return Failure.DONE;
    }

    /** The trial is kept on record. */
    private Review seen(Review whole) {
        seenBy.toRecord(whole);
        return seenBy.of(whole, console);
    }

    private static String hash(Path folder) throws IOException {
        try {
            JsonNode account = JSON.readTree(Files.readString(folder.resolve("tuning.json")));
            String several = account.path("network").asText();
            String hash =
                    several.isEmpty() ? account.path("files").path("model.onnx").asText() : several;
            if (!hash.isEmpty()) {
                return hash;
            }
        } catch (NoSuchFileException e) {
            throw new UnreadableFile(folder + " has no tuning.json. Choose the folder that tune --out wrote.");
        } catch (JsonProcessingException e) {
            throw new UserException(folder + "/tuning.json is no JSON (" + e.getOriginalMessage() + ").", e);
        }
        throw new UserException(folder + "/tuning.json names no network. Tune again with tune --out.");
    }

    private void tell(FinderTrial trial) {
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>(trial.json());
            document.put("in_use", trial.better());
            console.json(document);
            return;
        }
        console.say(trial.words());
        console.say(
                trial.better()
                        ? "This review is asked by the tuned network from now on."
                        : "This review is asked by the usual network.");
    }
}
