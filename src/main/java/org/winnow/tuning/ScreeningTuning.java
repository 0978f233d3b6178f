package org.winnow.tuning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Beside;
import org.winnow.dfllm.tune.Members;
import org.winnow.dfllm.tune.Screened;
import org.winnow.dfllm.tune.TuneSettings;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.dfllm.tune.Tuning;
import org.winnow.embedding.Embedding;
import org.winnow.embedding.KeptEmbedding;
import org.winnow.embedding.TunedNetwork;
import org.winnow.embedding.WordPieces;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.papers.AttachedPapers;
import org.winnow.ranking.Model;
import org.winnow.ranking.Models;
import org.winnow.store.Review;
import org.winnow.work.Progress;

/**
 * Tunes the network that reads texts for their meaning to a review's verdicts. A fifth of them is stopped by and a fifth
 * kept aside: only where the tuned network orders those better than the usual one, the review uses it from then on.
 */
public final class ScreeningTuning {
    private static final double VALIDATE = 0.2;
    private static final double JUDGE = 0.2;

    /**
     * What is learnt from.
     *
     * @param stage whose verdicts
     * @param who whose; null for what is settled
     * @param teacher a model whose order of the open records is learnt from too; null for none
     * @param teacherWeight how much it counts beside the verdicts
     * @param rationales how much the sentences count that reviewers marked; null for not at all
     */
    public record Lesson(
            Stage stage,
            @Nullable ReviewerId who,
            @Nullable Model teacher,
            double teacherWeight,
            @Nullable Double rationales) {}

    private final Review review;
    private final Path cache;

    /** @param cache where this computer keeps what can be computed again */
    public ScreeningTuning(Review review, Path cache) {
        this.review = review;
        this.cache = cache;
    }

    /**
     * Tunes, judges, and puts the network into use where it is better.
     *
     * @param members makes the runs, with these settings
     * @param folder gets what comes of it
     * @param resume whether a run in it goes on
     * @return the account as it is written to the folder, with the judgement under {@code judgement}
     */
    public Map<String, Object> run(
            Lesson lesson,
            TuneSettings settings,
            Members members,
            Path folder,
            boolean resume,
            TuneWatch watch,
            Progress progress)
            throws IOException {
        DecidedRecords records = DecidedRecords.of(review, lesson.stage(), lesson.who());
        WordPieces pieces = Base.miniLm().pieces(settings.pieces());
        Embedding usual = new KeptEmbedding(review, Models.network());
        Screened all = records.screened(pieces);
        Screened.Parts parts = Screened.parts(records.relevant(), VALIDATE, JUDGE, settings.seed());
        Beside beside = beside(lesson, records, parts, usual, pieces, settings.seed(), progress);
        Screened learn = all.only(parts.learn());
        Screened validate = all.only(parts.validate());
        Map<String, Object> account = members.run(
                folder, resume, (tuning, to, on) -> tuning.screening(learn, validate, beside, to, on, watch));
        watch.judging();
        TuneJudge.Judgement judgement = new TuneJudge(records.documents(), records.relevant(), parts)
                .judged(usual, new TunedNetwork(folder, Members.network(account)), settings.seed(), progress);
        account.put("judgement", judgement.account());
        account.put("inUse", judgement.better());
        if (judgement.better()) {
            review.write(TunedNetwork.use(TunedNetwork.SCREENING, Members.network(account), folder));
        }
        Tuning.rewrite(folder, account);
        return account;
    }

    private Beside beside(
            Lesson lesson,
            DecidedRecords records,
            Screened.Parts parts,
            Embedding usual,
            WordPieces pieces,
            long seed,
            Progress progress) {
        Model teacher = lesson.teacher();
        Double rationales = lesson.rationales();
        return new Beside(
                teacher == null
                        ? null
                        : records.taught(teacher, lesson.teacherWeight(), parts.learn(), usual, pieces, progress),
                rationales == null
                        ? null
                        : Rationales.of(review, new AttachedPapers(review, cache), pieces, rationales, seed, progress));
    }
}
