package org.winnow.fulltext.jpeg2000;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A component of a tile in one of its sizes: what it adds to the next smaller one. */
final class Resolution {
    /** A page at 600 dpi has some 20,000; what has more is no picture. */
    private static final int MOST_PARTS = 200_000;

    final int x0;
    final int y0;
    final int x1;
    final int y1;
    final int across;
    final int down;
    private final List<Precinct> precincts = new ArrayList<>();
    private final Map<Band, List<Block>> bands = new LinkedHashMap<>();

    /**
     * @param level how often the component is halved here
     * @param number from the smallest, 0
     */
    Resolution(int[] component, int number, int level, Coding coding) throws Damaged {
        x0 = halved(component[0], level);
        y0 = halved(component[1], level);
        x1 = halved(component[2], level);
        y1 = halved(component[3], level);
        int wide = coding.precinctWidth(number);
        int high = coding.precinctHeight(number);
        if (number > 0 && (wide == 0 || high == 0)) {
            throw new Damaged("has precincts of no size");
        }
        across = x1 > x0 ? (x1 - 1 >> wide) - (x0 >> wide) + 1 : 0;
        down = y1 > y0 ? (y1 - 1 >> high) - (y0 >> high) + 1 : 0;
        if ((long) across * down > MOST_PARTS) {
            throw new Damaged("has more parts than any picture needs");
        }
        for (int kind = number == 0 ? 0 : 1; kind <= (number == 0 ? 0 : 3); kind++) {
            int halvings = number == 0 ? level : level + 1;
            int band = number == 0 ? 0 : 3 * (number - 1) + kind;
            bands.put(
                    new Band(
                            band,
                            kind,
                            banded(component[0], kind & 1, halvings),
                            banded(component[1], kind >> 1, halvings),
                            banded(component[2], kind & 1, halvings),
                            banded(component[3], kind >> 1, halvings)),
                    new ArrayList<>());
        }
        divide(wide, high, number == 0 ? 0 : 1, coding);
    }

    private static int halved(int value, int times) {
        return (int) ((long) value + (1L << times) - 1 >> times);
    }

    /** Where a coordinate of the component lies in a band (B-15). */
    private static int banded(int value, int high, int times) {
        long shifted = times == 0 ? value : value - ((long) high << times - 1);
        return (int) (shifted + (1L << times) - 1 >> times);
    }

    private void divide(int wide, int high, int halved, Coding coding) throws Damaged {
        int blockWidth = Math.min(coding.blockWidth(), wide - halved);
        int blockHeight = Math.min(coding.blockHeight(), high - halved);
        int blocks = 0;
        for (int i = 0; i < across * down; i++) {
            long px = (long) (x0 >> wide) + i % across << wide - halved;
            long py = (long) (y0 >> high) + i / across << high - halved;
            Precinct precinct = new Precinct();
            for (var band : bands.entrySet()) {
                Band b = band.getKey();
                List<Block> own = precinct.add(
                        (int) Math.max(b.x0(), px),
                        (int) Math.max(b.y0(), py),
                        (int) Math.min(b.x1(), px + (1L << wide - halved)),
                        (int) Math.min(b.y1(), py + (1L << high - halved)),
                        blockWidth,
                        blockHeight);
                band.getValue().addAll(own);
                blocks += own.size();
                if (blocks > MOST_PARTS) {
                    throw new Damaged("has more parts than any picture needs");
                }
            }
            precincts.add(precinct);
        }
    }

    /** Its bands with their code blocks, the lowest first. */
    Map<Band, List<Block>> bands() {
        return bands;
    }

    Precinct precinct(int number) {
        return precincts.get(number);
    }

    int precincts() {
        return precincts.size();
    }

    int width() {
        return x1 - x0;
    }

    int height() {
        return y1 - y0;
    }
}
