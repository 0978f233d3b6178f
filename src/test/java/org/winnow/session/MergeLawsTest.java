package org.winnow.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.winnow.model.Assignment;
import org.winnow.model.Decision;
import org.winnow.model.MarkColour;
import org.winnow.model.ReviewerId;
import org.winnow.model.Role;
import org.winnow.model.SourceKind;
import org.winnow.model.Stage;
import org.winnow.model.StagePolicy;
import org.winnow.model.Verdict;
import org.winnow.store.Annotations;
import org.winnow.store.Criteria;
import org.winnow.store.Keywords;
import org.winnow.store.Keywords.Keyword;
import org.winnow.store.Keywords.Leaning;
import org.winnow.store.Notes;
import org.winnow.store.Review;
import org.winnow.store.Tags;
import org.winnow.store.Team;
import org.winnow.testkit.TestReview;

/** Three people work apart, send packs to and fro, in any order and more than once: the review ends up with the same. */
class MergeLawsTest {
    private static final List<String> PEOPLE = List.of("Ada", "Ben", "Cy");
    private static final List<String> TITLES = List.of("One", "Two", "Three", "Four");

    private enum What {
        DECIDE,
        WITHDRAW,
        NOTE,
        TAG,
        UNTAG,
        MARK,
        CHANGE_MARK,
        WITHDRAW_MARK,
        ASK,
        COLOUR,
        CRITERION,
        KEYWORD,
        RULE,
        ROLE,
        UNDO,
        SETTLE,
        FETCH,
        SEND,
        MERGE
    }

    record Step(What what, int who, int record, Verdict verdict, int number) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.just(What.DECIDE)),
                                Tuple.of(3, Arbitraries.just(What.SEND)),
                                Tuple.of(3, Arbitraries.just(What.MERGE)),
                                Tuple.of(12, Arbitraries.of(What.class))),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        Arbitraries.integers().between(0, TITLES.size() - 1),
                        Arbitraries.of(Verdict.class),
                        Arbitraries.integers().between(0, 99))
                .as(Step::new)
                .list()
                .ofMinSize(15)
                .ofMaxSize(35);
    }

    /** What one person has said so far: the plain rules once more. */
    private record Voice(Map<String, Verdict> verdicts, Map<String, String> notes) {
        Voice() {
            this(new TreeMap<>(), new TreeMap<>());
        }

        Voice copy() {
            return new Voice(new TreeMap<>(verdicts), new TreeMap<>(notes));
        }
    }

    /** @param words how many things the sender had said by then */
    private record Sent(Path pack, int who, int words) {}

    @Property(tries = 6, shrinking = ShrinkingMode.BOUNDED)
    void theReviewHoldsWhatEverybodyHasSentWhateverTheOrder(@ForAll("histories") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("winnow-merge");
        try (Colleagues team = new Colleagues(folder)) {
            for (Step step : steps) {
                team.take(step);
            }
            for (int who = 0; who < PEOPLE.size(); who++) {
                team.send(who);
            }
            team.compareWithTheModel();
            team.everyOrderComesToTheSame();
        } finally {
            delete(folder);
        }
    }

    private static final class Colleagues implements AutoCloseable {
        private final Path folder;
        private final Site main;
        private final List<Site> sites = new ArrayList<>();
        private final List<List<Voice>> said = new ArrayList<>();
        private final int[] arrived = new int[PEOPLE.size()];
        private final List<Sent> sent = new ArrayList<>();

        Colleagues(Path folder) throws IOException {
            this.folder = folder;
            Path at = Files.createDirectories(folder.resolve("main"));
            main = Site.of(TestReview.create(at, "Ada", "Ben", "Cy", "Lead"), at);
            TestReview.importTitles(main.review, "PubMed", SourceKind.DATABASE, TITLES.toArray(String[]::new));
            main.decide("Ada", "One", Verdict.MAYBE, false);
            for (int who = 0; who < PEOPLE.size(); who++) {
                // One clock is right, one an hour behind, one an hour ahead.
                Path pack = main.pack(PEOPLE.get(who), true);
                sites.add(Site.opened(pack, folder.resolve(PEOPLE.get(who)), (who - 1) * 3600L));
                said.add(new ArrayList<>(List.of(new Voice())));
            }
            said.get(0).get(0).verdicts().put("One", Verdict.MAYBE);
        }

        void take(Step s) {
            Site site = sites.get(s.who());
            String name = PEOPLE.get(s.who());
            String title = TITLES.get(s.record());
            Voice next = said.get(s.who()).getLast().copy();
            switch (s.what()) {
                case DECIDE -> {
                    site.decide(name, title, s.verdict(), false);
                    next.verdicts().put(title, s.verdict());
                }
                case WITHDRAW -> {
                    site.decide(name, title, null, false);
                    next.verdicts().remove(title);
                }
                case NOTE -> {
                    site.note(name, title, "note " + s.number());
                    site.discuss(name, title, "remark " + s.number());
                    next.notes().put(title, "note " + s.number());
                }
                case TAG ->
                    site.review.write(
                            Tags.put(site.record(title), site.person(name).id(), "t" + s.number() % 3));
                case UNTAG ->
                    site.review.write(
                            Tags.takeOff(site.record(title), site.person(name).id(), "t" + s.number() % 3));
                case MARK -> site.mark(name, title, "mark " + s.number());
                case CHANGE_MARK -> site.changeMark(name, title, "changed " + s.number());
                case WITHDRAW_MARK -> site.withdrawMark(name, title);
                case ASK -> site.ask(name, title, "model " + s.number() % 2);
                case COLOUR ->
                    site.review.write(
                            Annotations.mean(MarkColour.PALETTE.get(s.number() % 3), "meaning " + s.number()));
                case CRITERION -> site.review.write(Criteria.ensure("Reason " + s.number() % 5));
                case KEYWORD -> {
                    Keyword word = new Keyword("word" + s.number() % 3, Leaning.INCLUDE);
                    site.review.write(s.number() < 50 ? Keywords.add(word) : Keywords.remove(word));
                }
                case RULE -> {
                    Stage stage = Stage.values()[s.number() % 2];
                    StagePolicy before = site.review.team().policy(stage);
                    StagePolicy now = new StagePolicy(
                            1 + s.number() % 3,
                            10 * (s.number() % 11),
                            s.number(),
                            s.number() % 4 > 0,
                            s.record() == 0);
                    if (site.review.team().rights().mayRule(site.person(name).id())) {
                        ReviewerId by = site.person(name).id();
                        site.review.write(Team.policy(stage, now, before, by));
                        site.review.write(Team.assign(stage, new Assignment(PEOPLE, 1, s.number(), 0, s.number()), by));
                    }
                }
                case ROLE -> {
                    if (site.review.team().rights().mayRule(site.person(name).id())) {
                        site.review.write(Team.role(
                                site.person(PEOPLE.get(s.number() % 2 == 0 ? 0 : s.who())),
                                Role.values()[s.number() % 3],
                                site.person(name).id()));
                    }
                }
                case UNDO -> {
                    site.decide(name, title, s.verdict(), false);
                    site.review.undo();
                }
                case SETTLE -> {
                    if (main.review
                            .team()
                            .rights()
                            .maySettle(main.person("Lead").id(), Stage.TITLE_ABSTRACT)) {
                        main.decide("Lead", title, s.verdict(), true);
                    }
                }
                case FETCH -> site.merge(main.pack(name, true));
                case SEND -> send(s.who());
                case MERGE -> merge(s.number());
            }
            said.get(s.who()).add(next);
        }

        void send(int who) {
            sent.add(new Sent(
                    sites.get(who).pack(PEOPLE.get(who), true),
                    who,
                    said.get(who).size() - 1));
        }

        private void merge(int which) {
            if (!sent.isEmpty()) {
                Sent pack = sent.get(which % sent.size());
                main.merge(pack.pack());
                arrived[pack.who()] = Math.max(arrived[pack.who()], pack.words());
            }
        }

        void compareWithTheModel() {
            for (int who = 0; who < PEOPLE.size(); who++) {
                Voice expected = said.get(who).get(arrived[who]);
                assertThat(verdicts(main, PEOPLE.get(who))).isEqualTo(expected.verdicts());
                assertThat(notes(main, PEOPLE.get(who))).isEqualTo(expected.notes());
                assertThat(verdicts(sites.get(who), PEOPLE.get(who)))
                        .isEqualTo(said.get(who).getLast().verdicts());
                assertThat(sites.get(who).review.check()).isEmpty();
            }
            assertThat(main.review.check()).isEmpty();
        }

        void everyOrderComesToTheSame() throws IOException {
            Path base = folder.resolve("base.winnow");
            main.review.backupTo(base);
            List<String> expected = null;
            for (int order = 0; order < 3; order++) {
                Path at = Files.createDirectories(folder.resolve("order" + order));
                Path copy = Files.copy(base, at.resolve("copy.winnow"));
                try (Site site = Site.of(Review.open(copy, TestReview.CLOCK), at)) {
                    List<Path> packs = order == 2 ? List.of(throughOneColleague()) : shuffled(order);
                    packs.forEach(site::merge);
                    List<String> state = site.state();
                    assertThat(state).as("order %s", order).isEqualTo(expected == null ? state : expected);
                    assertThat(site.merge(packs.get(0)).brings()).isFalse();
                    assertThat(site.state()).isEqualTo(state);
                    assertThat(site.review.check()).isEmpty();
                    expected = state;
                }
            }
        }

        private List<Path> shuffled(int seed) {
            List<Path> packs = new ArrayList<>(sent.stream().map(Sent::pack).toList());
            packs.addAll(packs.subList(0, packs.size() / 2));
            Collections.shuffle(packs, new Random(seed));
            return packs;
        }

        /** Ben takes everything in and hands all of it on: (a and b) and c is a and (b and c). */
        private Path throughOneColleague() {
            sent.forEach(s -> sites.get(1).merge(s.pack()));
            return sites.get(1).pack("Ben", false);
        }

        @Override
        public void close() {
            sites.forEach(Site::close);
            main.close();
        }
    }

    private static Map<String, Verdict> verdicts(Site site, String name) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (String title : TITLES) {
            verdict(site, name, title, verdicts);
        }
        return verdicts;
    }

    private static void verdict(Site site, String name, String title, Map<String, Verdict> into) {
        for (Decision d : site.review.decisions().current(site.record(title), Stage.TITLE_ABSTRACT)) {
            @Nullable Verdict verdict = d.verdict();
            if (!d.resolution() && d.reviewer().name().equals(name) && verdict != null) {
                into.put(title, verdict);
            }
        }
    }

    private static Map<String, String> notes(Site site, String name) {
        Map<String, String> notes = new HashMap<>();
        for (String title : TITLES) {
            for (Notes.Note note : site.review.notes().on(site.record(title))) {
                if (note.reviewer().name().equals(name)) {
                    notes.put(title, note.text());
                }
            }
        }
        return notes;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path p : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(p);
            }
        }
    }
}
