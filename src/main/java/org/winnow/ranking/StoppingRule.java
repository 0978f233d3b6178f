package org.winnow.ranking;

import java.util.Locale;
import java.util.Optional;

/** When to stop reading. Each rule looks at what was read so far, never at what is unread. */
public sealed interface StoppingRule {
    /** Whether the rule says stop now. */
    boolean stops(Screening soFar);

    /** The rule with its parameters, as {@link #of} reads it. */
    String key();

    /** So many irrelevant records one after another. Used by many, supported by no theory. */
    record ExcludesInARow(int number) implements StoppingRule {
        public ExcludesInARow {
            require(number > 0, "excludes needs a number above zero");
        }

        @Override
        public boolean stops(Screening s) {
            return s.irrelevantInARow() >= number;
        }

        @Override
        public String key() {
            return "excludes:" + number;
        }
    }

    /** {@link RecallTest}: the target is reached with that confidence. */
    record RecallReached(double target, double confidence) implements StoppingRule {
        public RecallReached {
            require(
                    target > 0 && target < 1 && confidence > 0 && confidence < 1,
                    "recall needs shares between 0 and 1");
        }

        @Override
        public boolean stops(Screening s) {
            return RecallTest.p(s, target) < 1 - confidence;
        }

        @Override
        public String key() {
            return "recall:" + number(target) + ":" + number(confidence);
        }
    }

    /** A share of all records was read. */
    record ShareRead(double share) implements StoppingRule {
        public ShareRead {
            require(share > 0 && share <= 1, "share needs a share between 0 and 1");
        }

        @Override
        public boolean stops(Screening s) {
            return s.read() >= share * s.records();
        }

        @Override
        public String key() {
            return "share:" + number(share);
        }
    }

    /** The knee of the recall curve (Cormack and Grossman, SIGIR 2016): finding has become so much slower than before. */
    record Knee() implements StoppingRule {
        @Override
        public boolean stops(Screening s) {
            int found = s.found(s.read());
            return found > 0 && slope(s) >= 156 - Math.min(found, 150);
        }

        @Override
        public String key() {
            return "knee";
        }

        /** The largest ratio, over all places behind a relevant record, of finds before it to finds after it. */
        static double slope(Screening s) {
            int found = s.found(s.read());
            double best = 0;
            int seen = 0;
            for (int at = s.nextHit(0); at >= 0 && at + 1 < s.read(); at = s.nextHit(at + 1)) {
                seen++;
                double before = (double) seen / (at + 1);
                double after = (double) (1 + found - seen) / (s.read() - at - 1);
                best = Math.max(best, before / after);
            }
            return best;
        }
    }

    /** The knee at a fixed slope once enough was read, or three quarters of all (Cormack and Grossman's budget rule). */
    record Budget() implements StoppingRule {
        @Override
        public boolean stops(Screening s) {
            int found = s.found(s.read());
            boolean enough = found > 0 && s.read() >= 10.0 * s.records() / found && Knee.slope(s) >= 6;
            return enough || s.read() >= 0.75 * s.records();
        }

        @Override
        public String key() {
            return "budget";
        }
    }

    /**
     * Reads {@code excludes:50}, {@code recall:0.95:0.95} (target and confidence, either may be left away), {@code
     * share:0.5}, {@code knee}, {@code budget}; empty for anything else.
     */
    static Optional<StoppingRule> of(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split(":", -1);
        try {
            return switch (parts[0]) {
                case "excludes" -> Optional.of(new ExcludesInARow(parts.length > 1 ? Integer.parseInt(parts[1]) : 50));
                case "recall" -> Optional.of(new RecallReached(share(parts, 1, 0.95), share(parts, 2, 0.95)));
                case "share" -> Optional.of(new ShareRead(share(parts, 1, 0.5)));
                case "knee" -> Optional.of(new Knee());
                case "budget" -> Optional.of(new Budget());
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    private static double share(String[] parts, int at, double otherwise) {
        return parts.length > at ? Double.parseDouble(parts[at]) : otherwise;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
