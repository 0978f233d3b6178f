package org.winnow.fulltext.drawing;

/**
 * How much may be unpacked for one page, or for what is read before there are pages: forms that stand in each other and the
 * parts of a page are in the memory together, each of them small enough.
 */
public final class Allowance {
    /** Something to be done. */
    public interface Work<T, E extends Exception> {
        T now() throws E;
    }

    private static final ScopedValue<Allowance> OURS = ScopedValue.newInstance();
    /** The share of the memory that may be taken. */
    private static final long SHARE = 4;

    private static final long MOST = Math.min(256L << 20, Runtime.getRuntime().maxMemory() / SHARE);

    private long left = MOST;

    private Allowance() {}

    /** Does something with an allowance of its own. */
    public static <T, E extends Exception> T given(Work<T, E> work) throws E {
        return ScopedValue.where(OURS, new Allowance()).call(work::now);
    }

    /** Another page is begun; what was unpacked for the one before is let go. */
    public static void renew() {
        if (OURS.isBound()) {
            OURS.get().left = MOST;
        }
    }

    /** @throws TooMuch when there is none left */
    static void take(long bytes) {
        if (OURS.isBound()) {
            Allowance ours = OURS.get();
            ours.left -= bytes;
            if (ours.left < 0) {
                throw new TooMuch("unpacked its parts have more than " + MOST / (1 << 20) + " MB");
            }
        }
    }
}
