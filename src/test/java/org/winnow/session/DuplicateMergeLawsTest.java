package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.winnow.model.RecordId;
import org.winnow.model.SourceKind;
import org.winnow.model.Verdict;
import org.winnow.store.Duplicates.Answer;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Duplicates.Duplicate;
import org.winnow.store.Merges;
import org.winnow.store.Op;
import org.winnow.store.Review;
import org.winnow.testkit.TestReview;

/**
 * Three people look for duplicates apart, say which records are the same and which are not, and take it back: whatever
 * the order in which their packs are merged, the same records stand behind the same others.
 */
class DuplicateMergeLawsTest {
    private static final List<String> PEOPLE = List.of("Ada", "Ben", "Cy");
    private static final List<String> TITLES = List.of("One", "Two", "Three", "Four", "Five", "Six");

    private enum What {
        FIND,
        SUGGEST,
        SAME,
        SAME_ALL,
        DIFFERENT,
        SEPARATE,
        APART,
        KEEP,
        ARRANGE,
        TAKE_BACK,
        DECIDE,
        UNDO,
        REDO,
        SEND,
        FETCH
    }

    record Step(What what, int who, int a, int b, int number) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> record = Arbitraries.integers().between(0, TITLES.size() - 1);
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(6, Arbitraries.of(What.FIND, What.SAME)),
                                Tuple.of(3, Arbitraries.of(What.SEND, What.FETCH)),
                                Tuple.of(2, Arbitraries.of(What.UNDO, What.REDO)),
                                Tuple.of(9, Arbitraries.of(What.class))),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        record,
                        record,
                        Arbitraries.integers().between(0, 99))
                .as(Step::new)
                .list()
                .ofMinSize(10)
                .ofMaxSize(30);
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void whoStandsBehindWhomIsTheSameWhateverTheOrder(@ForAll("histories") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("winnow-duplicates");
        Path at = Files.createDirectories(folder.resolve("main"));
        List<Site> sites = new ArrayList<>();
        List<Path> packs = new ArrayList<>();
        try (Site main = Site.of(TestReview.create(at, "Ada", "Ben", "Cy"), at)) {
            TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, TITLES.toArray(String[]::new));
            for (int who = 0; who < PEOPLE.size(); who++) {
                sites.add(Site.opened(
                        main.pack(PEOPLE.get(who), false), folder.resolve(PEOPLE.get(who)), (who - 1) * 3600L));
            }
            for (Step step : steps) {
                take(step, main, sites.get(step.who()), packs);
            }
            for (int who = 0; who < PEOPLE.size(); who++) {
                packs.add(sites.get(who).pack(PEOPLE.get(who), false));
            }
            List<String> expected = everyOrder(folder, main, packs);
            packs.forEach(main::merge);
            for (Site site : sites) {
                site.merge(main.pack("Ada", false));
                assertThat(site.duplicates()).isEqualTo(expected);
                assertThat(site.review.check()).isEmpty();
            }
        } finally {
            sites.forEach(Site::close);
            delete(folder);
        }
    }

    private static void take(Step s, Site main, Site site, List<Path> packs) {
        Review review = site.review;
        RecordId a = site.record(TITLES.get(s.a()));
        RecordId b = site.record(TITLES.get(s.b()));
        String why = s.what() + " " + s.number();
        switch (s.what()) {
            case FIND ->
                pair(a, b, () -> Merges.found(List.of(new Duplicate(b, a, true, why)), List.of(), Set.of()), review);
            case SUGGEST ->
                pair(a, b, () -> Merges.found(List.of(), List.of(doubtful(a, b, s.number(), why)), Set.of()), review);
            case SAME -> pair(a, b, () -> Merges.same(a, b, why), review);
            case SAME_ALL -> pair(a, b, () -> Merges.sameAll(List.of(doubtful(a, b, s.number(), why))), review);
            case DIFFERENT -> pair(a, b, () -> Merges.different(a, b), review);
            case SEPARATE -> review.write(Merges.separate(a));
            case APART -> review.write(Merges.apart(review.duplicates().keeperOf(a)));
            case KEEP -> review.write(Merges.keep(a));
            case ARRANGE -> review.write(Merges.arrange());
            case TAKE_BACK -> review.write(Merges.takeBack(s.number() % 2 == 0));
            case DECIDE -> site.decide(PEOPLE.get(s.who()), TITLES.get(s.a()), Verdict.values()[s.number() % 3], false);
            case UNDO -> review.undo();
            case REDO -> review.redo();
            case SEND -> packs.add(site.pack(PEOPLE.get(s.who()), false));
            case FETCH -> site.merge(main.pack(PEOPLE.get(s.who()), false));
        }
        assertThat(review.check()).as("after %s", s).isEmpty();
    }

    private interface Making {
        Op<?> op();
    }

    private static void pair(RecordId a, RecordId b, Making making, Review review) {
        if (!a.equals(b)) {
            review.write(making.op());
        }
    }

    private static DoubtfulPair doubtful(RecordId a, RecordId b, int number, String why) {
        boolean inOrder = a.value() < b.value();
        return new DoubtfulPair(inOrder ? a : b, inOrder ? b : a, (number + 1) / 101.0, why, Answer.OPEN);
    }

    private static List<String> everyOrder(Path folder, Site main, List<Path> packs) throws IOException {
        Path base = folder.resolve("base.winnow");
        main.review.backupTo(base);
        List<String> expected = null;
        for (int order = 0; order < 3; order++) {
            Path at = Files.createDirectories(folder.resolve("order" + order));
            Path copy = Files.copy(base, at.resolve("copy.winnow"));
            List<Path> shuffled = new ArrayList<>(packs);
            shuffled.addAll(packs.subList(0, packs.size() / 2));
            Collections.shuffle(shuffled, new Random(order));
            try (Site site = Site.of(Review.open(copy, TestReview.CLOCK), at)) {
                shuffled.forEach(site::merge);
                List<String> state = site.duplicates();
                assertThat(state).as("order %s", order).isEqualTo(expected == null ? state : expected);
                assertThat(site.merge(packs.get(0)).brings()).isFalse();
                assertThat(site.duplicates()).isEqualTo(state);
                assertThat(site.review.check()).isEmpty();
                expected = state;
            }
        }
        return expected == null ? List.of() : expected;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
