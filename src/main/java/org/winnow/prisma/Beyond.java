package org.winnow.prisma;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.store.Statements.Statement;

/**
 * What the flow needs to know beyond the records.
 *
 * @param newStudies how many studies the newly included reports are about, or -1 where each is one
 * @param previous the boxes of the previous version and the totals; empty for a new review
 * @param stopped the rule by which screening was stopped with records unread; null where it was not
 * @param byHand numbers that a person typed in, by box
 * @param warnings what is odd about all this
 */
record Beyond(
        long newStudies,
        Map<String, Long> previous,
        @Nullable String stopped,
        Map<String, Statement> byHand,
        List<String> warnings) {
    static final Beyond NOTHING = new Beyond(-1, Map.of(), null, Map.of(), List.of());
}
