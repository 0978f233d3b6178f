package org.winnow.store;

import java.util.List;

/**
 * What programs from before the facts about duplicates left of them, in a file or in a session: which record stood behind
 * which. It says the same facts wherever it is read, under UUIDs that follow from what they say.
 */
public final class Elder {
    static final String BEHIND = "behind";
    static final String STANDS = "stands";

    /**
     * A fact.
     *
     * @param says that the two are the same or different, or of which of them it says its place in the group
     */
    public record Fact(String uuid, String says, String how, String why, long at) {}

    private Elder() {}

    /** The facts that one line of the old table comes to: the two are the same, and who stands for whom. */
    public static List<Fact> facts(String record, String keeper, String how, String why, long at) {
        return List.of(
                new Fact(uuid(record, keeper, Likeness.SAME, how, why, at), Likeness.SAME, how, why, at),
                new Fact(uuid(record, keeper, BEHIND, how, why, at), BEHIND, how, why, at),
                new Fact(uuid(keeper, STANDS, at), STANDS, "automatic", "", at));
    }

    /** Whether it says of the two that they are the same. */
    public static boolean isLikeness(Fact fact) {
        return fact.says().equals(Likeness.SAME);
    }

    /** Whether it says that the record stands behind the other, rather than that the other stands for it. */
    public static boolean isBehind(Fact fact) {
        return fact.says().equals(BEHIND);
    }

    /** The UUID of what a person answered about a pair, whichever of the two is named first. */
    static String answer(String a, String b, String answer, String why, long at) {
        return a.compareTo(b) < 0 ? uuid(a, b, "person", answer, why, at) : uuid(b, a, "person", answer, why, at);
    }

    /** SHA-256 in hexadecimal of what the fact says. */
    static String uuid(Object... says) {
        RowDigest digest = new RowDigest().add("elder");
        for (Object part : says) {
            digest.add(part);
        }
        return digest.hex();
    }
}
