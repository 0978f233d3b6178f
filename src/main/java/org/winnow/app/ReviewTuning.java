package org.winnow.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Members;
import org.winnow.dfllm.tune.Method;
import org.winnow.dfllm.tune.TuneSettings;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.dfllm.tune.Tuning;
import org.winnow.embedding.TunedNetwork;
import org.winnow.model.Stage;
import org.winnow.ranking.Models;
import org.winnow.store.Review;
import org.winnow.store.Statements.Statement;
import org.winnow.tuning.ScreeningTuning;
import org.winnow.ui.dfllm.TuneDesk;
import org.winnow.work.Progress;

/** Tuning to the verdicts on titles and abstracts that are settled, into a folder beside the review. */
record ReviewTuning(Review review, Path cache) implements TuneDesk {
    private static final double TEACHER = 0.5;
    private static final double RATIONALES = 0.5;

    @Override
    public Outcome tune(Wish wish, TuneWatch watch, Progress progress) throws Exception {
        TuneSettings settings = settings(wish);
        Path folder = folder(wish);
        boolean resume = Tuning.unfinished(folder, true);
        Map<String, Object> account = new ScreeningTuning(review, cache)
                .run(
                        new ScreeningTuning.Lesson(
                                Stage.TITLE_ABSTRACT,
                                null,
                                wish.teacher() ? Models.standard() : null,
                                TEACHER,
                                wish.rationales() ? RATIONALES : null),
                        settings,
                        new Members(Base.miniLm(), settings, 1, Members.Join.SCORES, cache),
                        folder,
                        resume,
                        watch,
                        progress);
        Map<?, ?> judgement = (Map<?, ?>) account.get("judgement");
        return new Outcome(String.valueOf(judgement.get("words")), Boolean.TRUE.equals(account.get("inUse")), folder);
    }

    /** The first of this wish that is not done; whether it was begun, the folder knows. */
    private Path folder(Wish wish) {
        String name = String.valueOf(review.file().getFileName()).replaceFirst("\\.winnow$", "");
        String of = wish.way().name().toLowerCase(Locale.ROOT) + "-" + wish.steps()
                + (wish.teacher() ? "-teacher" : "")
                + (wish.rationales() ? "-rationales" : "");
        Path all = review.file().toAbsolutePath().resolveSibling(name + "-tuned");
        int number = 1;
        while (Files.exists(all.resolve(of + "-" + number).resolve(Tuning.ACCOUNT))) {
            number++;
        }
        return all.resolve(of + "-" + number);
    }

    private static TuneSettings settings(Wish wish) {
        Method method =
                switch (wish.way()) {
                    case LORA -> Method.Lora.USUAL;
                    case LADDER -> Method.Ladder.USUAL;
                    case LAYERS -> Method.LastLayers.USUAL;
                };
        return TuneSettings.usual(method, wish.steps());
    }

    @Override
    public Optional<Path> inUse() {
        return TunedNetwork.stated(review, TunedNetwork.SCREENING)
                .map(Statement::note)
                .filter(note -> !note.isEmpty())
                .map(Path::of);
    }

    @Override
    public void forget() {
        review.write(TunedNetwork.use(TunedNetwork.SCREENING, "", Path.of("")));
    }
}
