package org.winnow.fulltext.drawing;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;

/**
 * The parts of a page (forms, groups, masks, patterns, glyphs) that are being gone through. One that contains itself is gone
 * through once, as other readers do; the format allows none (ISO 32000-1, 8.10.1).
 */
public final class Nesting {
    /** A page has some hundreds; parts that each contain the next one twice would come to millions of millions. */
    private static final int MOST_PARTS = 200_000;
    /** What a page may keep to come back to ({@code q}, ISO 32000-1, 8.4.2); 28 is what all readers must know. */
    private static final int MOST_STATES = 10_000;

    private final Set<COSBase> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int parts;

    /** Goes through a part. */
    public interface Step {
        void run() throws IOException;
    }

    /**
     * Goes through a part unless it is being gone through.
     *
     * @param tick called often; what it throws ends it
     * @throws TooMuch when the page has more parts, or more in one of them, than any page needs
     */
    public void within(COSBase part, Runnable tick, Step step) throws IOException {
        if (parts++ > MOST_PARTS) {
            throw new TooMuch("it has more than 200,000 parts that stand in each other");
        }
        if (open.add(part)) {
            try {
                Unpacked.check(part, tick);
                step.run();
            } finally {
                open.remove(part);
            }
        }
    }

    /** @throws TooMuch when more states are kept than any page needs */
    public static void check(int states) {
        if (states > MOST_STATES) {
            throw new TooMuch("it keeps more than 10,000 states to come back to");
        }
    }
}
