package org.winnow.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.winnow.model.Outcome;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.Stage;
import org.winnow.model.Tag;
import org.winnow.store.Op;
import org.winnow.store.Rankings.Read;
import org.winnow.store.RecordQuery;
import org.winnow.store.Review;
import org.winnow.store.Statements;
import org.winnow.store.Statements.Statement;
import org.winnow.store.Tags;

/**
 * A random sample of the unread titles and abstracts, drawn to see what stopping would miss. Its records carry a tag, so
 * that the room can list them; what it was drawn from is stated in the review.
 *
 * @param number of the sample, from 1
 * @param tag on its records
 * @param unread how many records were unread when it was drawn
 * @param drawn how many were drawn
 * @param seed of the drawing
 * @param tagged how many records carry the tag now: as many as were drawn, unless somebody changed that
 * @param read how many of them are decided on
 * @param relevant how many of those turned out relevant
 */
public record QualityCheck(int number, Tag tag, int unread, int drawn, long seed, int tagged, int read, int relevant) {
    private static final String STATED = "quality-check";
    private static final String NAME = "Quality check ";

    /** What is known before a sample is drawn: how many records nobody has decided on. */
    public static int unread(Review review) {
        return unreadIds(review).length;
    }

    private static long[] unreadIds(Review review) {
        return review.records().ids(RecordQuery.at(Stage.TITLE_ABSTRACT).withOutcomes(Outcome.UNDECIDED));
    }

    /**
     * How many must be drawn that, were none of them relevant, recall would be at least the target.
     *
     * @param found relevant records found so far
     * @param target share of the relevant, between 0 and 1
     * @param confidence between 0 and 1, one-sided
     */
    public static int needed(int unread, int found, double target, double confidence) {
        int low = 0;
        int high = unread;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (recall(found, new UnreadSample(unread, middle, 0), confidence) >= target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The recall that a sample shows at least: all that was found, its own finds included, of all there can be. */
    private static double recall(int found, UnreadSample sample, double confidence) {
        int missed = sample.atMost(confidence) - sample.relevant();
        return found + missed == 0 ? 1 : (double) found / (found + missed);
    }

    /** Draws a sample as the next one of the review. */
    public static Op<Void> draw(Review review, ReviewerId who, int size, long seed) {
        long[] unread = unreadIds(review);
        if (size < 1 || size > unread.length) {
            throw new IllegalArgumentException(size + " of " + unread.length + " cannot be drawn");
        }
        int number = checks(review).size() + 1;
        SplittableRandom random = new SplittableRandom(seed);
        List<Op<Void>> ops = new ArrayList<>();
        ops.add(Statements.state(
                "sample",
                STATED,
                Integer.toString(number),
                String.format(Locale.ROOT, "unread=%d drawn=%d seed=%d", unread.length, size, seed),
                ""));
        for (int i = 0; i < size; i++) {
            int chosen = i + random.nextInt(unread.length - i);
            long record = unread[chosen];
            unread[chosen] = unread[i];
            ops.add(Tags.put(new RecordId(record), who, NAME + number));
        }
        return Op.together("sample", ops);
    }

    private static Map<String, Statement> checks(Review review) {
        return review.statements().on(STATED);
    }

    /** The sample that was drawn last, with what its reading has shown. */
    public static Optional<QualityCheck> last(Review review) {
        Map<String, Statement> all = checks(review);
        Statement stated = all.get(Integer.toString(all.size()));
        if (stated == null) {
            return Optional.empty();
        }
        return review.tags().all().stream()
                .filter(t -> t.name().equals(NAME + all.size()))
                .findFirst()
                .map(tag -> of(review, all.size(), tag, numbers(stated.value())));
    }

    private static Map<String, Long> numbers(String value) {
        Map<String, Long> numbers = new HashMap<>();
        for (String part : value.split(" ")) {
            int sign = part.indexOf('=');
            numbers.put(part.substring(0, sign), Long.valueOf(part.substring(sign + 1)));
        }
        return numbers;
    }

    private static QualityCheck of(Review review, int number, Tag tag, Map<String, Long> numbers) {
        Set<Long> sample = new HashSet<>();
        Arrays.stream(review.records().ids(RecordQuery.at(Stage.TITLE_ABSTRACT).withTags(Set.of(tag.id()))))
                .forEach(sample::add);
        List<Read> read = review.rankings().read(Stage.TITLE_ABSTRACT).stream()
                .filter(r -> sample.contains(r.record().value()))
                .toList();
        return new QualityCheck(
                number,
                tag,
                numbers.get("unread").intValue(),
                numbers.get("drawn").intValue(),
                numbers.get("seed"),
                sample.size(),
                read.size(),
                (int) read.stream().filter(Read::relevant).count());
    }

    /** Whether it is as it was drawn; a sample that was added to or taken from proves nothing. */
    public boolean whole() {
        return tagged == drawn;
    }

    /** Whether it can be judged: a bound that is looked at before the last record would hold less often than it says. */
    public boolean complete() {
        return whole() && read == drawn;
    }

    /** The most relevant records that can be left among the unread, at that confidence (one-sided, hypergeometric). */
    public int missedAtMost(double confidence) {
        return new UnreadSample(unread, drawn, relevant).atMost(confidence) - relevant;
    }

    /** @param found all relevant records found by now */
    public double recallAtLeast(int found, double confidence) {
        return recall(found, new UnreadSample(unread, drawn, relevant), confidence);
    }
}
