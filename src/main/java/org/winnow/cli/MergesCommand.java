package org.winnow.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.model.RecordId;
import org.winnow.model.Source;
import org.winnow.model.SourceId;
import org.winnow.model.UserException;
import org.winnow.store.Duplicates;
import org.winnow.store.Duplicates.DoubtfulPair;
import org.winnow.store.Merges;
import org.winnow.store.Op;
import org.winnow.store.Review;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "merges",
        description =
                "Change what was merged: answer, take apart, take back, accept likely pairs, choose whose records are kept."
                        + " Decisions stay. Without an option, only count.",
        mixinStandardHelpOptions = true)
final class MergesCommand extends ReviewCommand {
    /** Which merges are taken back. */
    enum Which {
        AUTOMATIC,
        ALL
    }

    @Option(
            names = "--take-back",
            paramLabel = "WHICH",
            description = "take back the merges made without asking, or all: ${COMPLETION-CANDIDATES}")
    private @Nullable Which takeBack;

    @Option(
            names = "--separate",
            split = ",",
            paramLabel = "RECORD",
            description = "take these records out of their groups; they are remembered as different from the others")
    private List<Long> separate = List.of();

    @Option(
            names = "--same",
            split = ",",
            paramLabel = "A,B",
            description = "these two records are the same report; the first stands for both")
    private List<Long> same = List.of();

    @Option(
            names = "--different",
            split = ",",
            paramLabel = "A,B",
            description = "these two records are different reports; where others bring them together that is a dispute,"
                    + " which --same or --separate settles")
    private List<Long> different = List.of();

    @Option(
            names = "--prefer",
            split = ",",
            paramLabel = "SOURCE",
            description = "keep records of these sources before others, the first named first")
    private List<String> prefer = List.of();

    @Option(
            names = "--accept-from",
            paramLabel = "P",
            description = "accept all doubtful pairs that are at least so likely the same, from 0 to 1")
    private @Nullable Double acceptFrom;

    MergesCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() throws Exception {
        boolean nothing = takeBack == null
                && separate.isEmpty()
                && prefer.isEmpty()
                && acceptFrom == null
                && same.isEmpty()
                && different.isEmpty();
        return nothing ? reading(review -> tell(review, 0, 0)) : writing(this::change);
    }

    private int change(Review review) {
        if (!prefer.isEmpty()) {
            List<SourceId> order =
                    prefer.stream().map(name -> source(review, name)).toList();
            review.write(Op.together("prefer", List.of(review.sources().prefer(order), Merges.arrange())));
        }
        if (takeBack != null) {
            review.write(Merges.takeBack(takeBack == Which.ALL));
        }
        if (!same.isEmpty()) {
            List<RecordId> two = two(review, "--same", same);
            review.write(Merges.same(two.get(0), two.get(1), "called the same by a person"));
        }
        if (!different.isEmpty()) {
            List<RecordId> two = two(review, "--different", different);
            review.write(Merges.different(two.get(0), two.get(1)));
        }
        for (long id : separate) {
            review.write(Merges.separate(grouped(review, id)));
        }
        Double least = acceptFrom;
        List<DoubtfulPair> accepted = new ArrayList<>();
        if (least != null) {
            review.duplicates().pairs(Duplicates.Answer.OPEN).stream()
                    .filter(p -> p.score() >= least)
                    .forEach(accepted::add);
            review.write(Merges.sameAll(accepted));
        }
        double wrong = accepted.stream().mapToDouble(p -> 1 - p.score()).sum();
        return tell(review, accepted.size(), wrong);
    }

    private static List<RecordId> two(Review review, String option, List<Long> numbers) {
        List<RecordId> two = numbers.stream()
                .distinct()
                .map(RecordId::new)
                .filter(id -> review.records().bib(id).isPresent())
                .toList();
        if (two.size() != 2 || numbers.size() != 2) {
            throw new UserException(option + " takes the numbers of two records of the review, as in " + option
                    + " 12,31; winnow records lists them.");
        }
        return two;
    }

    private static SourceId source(Review review, String name) {
        List<Source> all = review.sources().all();
        return all.stream()
                .filter(s -> s.name().equalsIgnoreCase(name.strip()))
                .map(Source::id)
                .findFirst()
                .orElseThrow(() -> new UserException("The review has no source " + name + ". It has: "
                        + String.join(", ", all.stream().map(Source::name).toList()) + "."));
    }

    private static RecordId grouped(Review review, long number) {
        RecordId id = new RecordId(number);
        RecordId keeper = review.duplicates().keeperOf(id);
        if (keeper.equals(id) && review.duplicates().behind(id).isEmpty()) {
            throw new UserException("Record " + id + " is in no group of duplicates. winnow records lists, under"
                    + " duplicateOf, which records are.");
        }
        return id;
    }

    private int tell(Review review, int accepted, double wrong) {
        Duplicates.Numbers now = review.duplicates().numbers();
        List<DoubtfulPair> disputed = review.duplicates().disputed();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("groups", now.groups());
            document.put("duplicates", now.merged());
            document.put("automatic", now.automatic());
            document.put("toReview", now.doubtful());
            document.put(
                    "disputed",
                    disputed.stream()
                            .map(p -> Map.of("a", p.a().value(), "b", p.b().value()))
                            .toList());
            document.put("accepted", accepted);
            document.put("expectedWrong", wrong);
            console.json(document);
        } else {
            if (accepted > 0) {
                console.say(String.format(
                        Locale.ROOT,
                        "%d doubtful pairs accepted; about %.1f of them are expected to be wrong.",
                        accepted,
                        wrong));
            }
            console.say(now.merged() + " duplicates in " + now.groups() + " groups, " + now.automatic()
                    + " of them merged without asking; " + now.doubtful() + " doubtful pairs to look at.");
            disputed.forEach(p -> console.say("Disputed: " + p.a() + " and " + p.b() + " are called different, and"
                    + " others bring them together. --same " + p.a() + "," + p.b() + " or --separate " + p.b()
                    + " settles it."));
        }
        return Failure.DONE;
    }
}
