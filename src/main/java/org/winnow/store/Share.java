package org.winnow.store;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One person's share of the records when several divide them: which record is whose follows from its UUID alone, so that
 * it is the same on every computer and however many records come later, and the shares are random samples.
 *
 * @param number of the share, from 1
 * @param of how many shares there are
 * @param overlap how many records in a hundred are in every share, as for a calibration round
 */
public record Share(int number, int of, int overlap) {
    private static final Pattern WORDS = Pattern.compile("(\\d{1,3})/(\\d{1,3})");
    private static final int HUNDRED = 100;

    public Share {
        if (number < 1 || number > of || overlap < 0 || overlap > HUNDRED) {
            throw new IllegalArgumentException("no share: " + number + "/" + of + ", " + overlap + " % in all");
        }
    }

    /** Reads {@code 2/3}; empty where it is no share. */
    public static Optional<Share> of(String words, int overlap) {
        Matcher m = WORDS.matcher(words.strip());
        if (!m.matches() || overlap < 0 || overlap > HUNDRED) {
            return Optional.empty();
        }
        int number = Integer.parseInt(m.group(1));
        int of = Integer.parseInt(m.group(2));
        return number < 1 || number > of ? Optional.empty() : Optional.of(new Share(number, of, overlap));
    }

    /** Whether the record with this UUID is in the share. */
    public boolean holds(String uuid) {
        return draw("in every share", uuid, HUNDRED) < overlap || draw("whose share", uuid, of) == number - 1;
    }

    private static long draw(String what, String uuid, int of) {
        String hex = new RowDigest().add(what).add(uuid).hex();
        return Long.remainderUnsigned(Long.parseUnsignedLong(hex.substring(0, 16), 16), of);
    }
}
