package org.winnow.exchange;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.winnow.formats.decision.Carried;

/** Counts, while a file is read, whose decisions its records carry. */
public final class Voices {
    /**
     * What a file carries.
     *
     * @param records how many records carry a verdict
     * @param verdicts how many verdicts each reviewer gave, under the file's names; an empty name for nobody in
     *     particular
     * @param tools the programs that say so
     * @param stageTold whether the file itself says at which stage every verdict was given
     */
    public record Found(long records, Map<String, Long> verdicts, Set<Carried.Tool> tools, boolean stageTold) {
        public static final Found NONE = new Found(0, Map.of(), Set.of(), true);
    }

    private final Map<String, Long> verdicts = new TreeMap<>();
    private final Set<Carried.Tool> tools = EnumSet.noneOf(Carried.Tool.class);
    private boolean stageTold = true;
    private long records;

    /** @param all what one record carries */
    void hear(List<Carried> all) {
        List<Carried> said = all.stream().filter(c -> c.verdict() != null).toList();
        for (Carried c : said) {
            verdicts.merge(c.reviewer(), 1L, Long::sum);
            tools.add(c.tool());
            stageTold &= c.stage() != null;
        }
        records += said.isEmpty() ? 0 : 1;
    }

    Found found() {
        return records == 0 ? Found.NONE : new Found(records, Map.copyOf(verdicts), Set.copyOf(tools), stageTold);
    }
}
