package org.winnow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.winnow.dfllm.tune.Base;
import org.winnow.dfllm.tune.Members;
import org.winnow.dfllm.tune.Method;
import org.winnow.dfllm.tune.OtherRun;
import org.winnow.dfllm.tune.TuneSettings;
import org.winnow.dfllm.tune.TuneWatch;
import org.winnow.dfllm.tune.Tuning;
import org.winnow.embedding.TunedNetwork;
import org.winnow.model.Stage;
import org.winnow.model.UserException;
import org.winnow.ranking.Models;
import org.winnow.store.Review;
import org.winnow.store.Statements.Statement;
import org.winnow.tuning.RenewData;
import org.winnow.tuning.Renewing;
import org.winnow.tuning.ScreeningTuning;
import org.winnow.ui.dfllm.TuneDesk;
import org.winnow.work.Progress;

/** Tuning to settled verdicts on titles and abstracts or to the questions of the dataset, into a folder beside the review. */
record ReviewTuning(Review review, Path cache) implements TuneDesk {
    private static final double TEACHER = 0.5;
    private static final double RATIONALES = 0.5;

    private static final double REPLAY = 0.5;
    /** What folders of runs are called. */
    private static final Pattern RUN =
            Pattern.compile("(questions-)?(lora|ladder|layers)-(\\d{1,6})(-teacher)?(-rationales)?(-anew)?-\\d+");

    @Override
    public Outcome tune(Wish wish, TuneWatch watch, Progress progress) throws Exception {
        return wish.lesson() == Lesson.QUESTIONS ? questions(wish, watch, progress) : verdicts(wish, watch, progress);
    }

    private Outcome questions(Wish wish, TuneWatch watch, Progress progress) throws Exception {
        RenewData data = RenewData.of(review, cache, progress);
        if (data.nothingNew() && !wish.anew()) {
            throw new UserException("No report and no question has come in since the network was last tuned. Include"
                    + " reports or accept questions, or choose to begin anew.");
        }
        TuneSettings settings = settings(wish);
        Path folder = folder(wish);
        Renewing.Outcome outcome = goingOn(Renewing.goesOn(folder, true), resume -> new Renewing(review, cache)
                .run(
                        data,
                        new Renewing.Wish(REPLAY, wish.anew(), settings),
                        (base, to, on, learn) ->
                                new Members(base, settings, 1, Members.Join.SCORES, cache).run(to, on, learn),
                        folder,
                        resume,
                        watch,
                        progress));
        return new Outcome(
                wish.lesson(), Renewing.words(data, outcome), outcome.renewal().accepted(), folder, outcome.changes());
    }

    private Outcome verdicts(Wish wish, TuneWatch watch, Progress progress) throws Exception {
        TuneSettings settings = settings(wish);
        Path folder = folder(wish);
        Map<String, Object> account =
                goingOn(Tuning.unfinished(folder, true), resume -> new ScreeningTuning(review, cache)
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
                                progress));
        Map<?, ?> judgement = (Map<?, ?>) account.get("judgement");
        return new Outcome(
                wish.lesson(),
                String.valueOf(judgement.get("words")),
                Boolean.TRUE.equals(account.get("inUse")),
                folder,
                null);
    }

    private interface Run<T> {
        T goingOn(boolean resume) throws IOException;
    }

    /** What was broken off before reports, verdicts or questions came in cannot go on; it is begun anew in its place. */
    private static <T> T goingOn(boolean resume, Run<T> run) throws IOException {
        try {
            return run.goingOn(resume);
        } catch (OtherRun changed) {
            return run.goingOn(false);
        }
    }

    /** The first of this wish that is not done; whether it was begun, the folder knows. */
    private Path folder(Wish wish) throws IOException {
        String of = (wish.lesson() == Lesson.QUESTIONS ? "questions-" : "")
                + wish.way().name().toLowerCase(Locale.ROOT) + "-" + wish.steps()
                + (wish.teacher() ? "-teacher" : "")
                + (wish.rationales() ? "-rationales" : "")
                + (wish.anew() ? "-anew" : "");
        int number = 1;
        while (done(wish.lesson(), all().resolve(of + "-" + number))) {
            number++;
        }
        return all().resolve(of + "-" + number);
    }

    private static boolean done(Lesson lesson, Path run) throws IOException {
        return lesson == Lesson.QUESTIONS ? Files.exists(run.resolve(Renewing.ACCOUNT)) : Tuning.done(run);
    }

    /** Where all runs are, beside the review. */
    private Path all() {
        String name = String.valueOf(review.file().getFileName()).replaceFirst("\\.winnow$", "");
        return review.file().toAbsolutePath().resolveSibling(name + "-tuned");
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
    public Optional<Wish> unfinished() {
        try (Stream<Path> runs = Files.exists(all()) ? Files.list(all()) : Stream.empty()) {
            for (Path run : runs.filter(Files::isDirectory).sorted().toList()) {
                Optional<Wish> broken = wish(run);
                if (broken.isPresent()) {
                    return broken;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a run that has a state to go on from and is not done. */
    private static Optional<Wish> wish(Path run) throws IOException {
        Matcher name = RUN.matcher(String.valueOf(run.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        boolean questions = name.group(1) != null;
        Lesson lesson = questions ? Lesson.QUESTIONS : Lesson.VERDICTS;
        return done(lesson, run) || !Tuning.begun(questions ? run.resolve(Renewing.NETWORK) : run)
                ? Optional.empty()
                : Optional.of(new Wish(
                        lesson,
                        Way.valueOf(name.group(2).toUpperCase(Locale.ROOT)),
                        Integer.parseInt(name.group(3)),
                        name.group(4) != null,
                        name.group(5) != null,
                        name.group(6) != null));
    }

    @Override
    public Map<Lesson, Path> inUse() {
        Map<Lesson, Path> used = new EnumMap<>(Lesson.class);
        for (Lesson lesson : Lesson.values()) {
            TunedNetwork.stated(review, topic(lesson))
                    .map(Statement::note)
                    .filter(note -> !note.isEmpty())
                    .ifPresent(note -> used.put(lesson, Path.of(note)));
        }
        return used;
    }

    @Override
    public void forget(Lesson lesson) {
        review.write(TunedNetwork.use(topic(lesson), "", Path.of("")));
    }

    private static String topic(Lesson lesson) {
        return lesson == Lesson.VERDICTS ? TunedNetwork.SCREENING : TunedNetwork.RETRIEVAL;
    }
}
