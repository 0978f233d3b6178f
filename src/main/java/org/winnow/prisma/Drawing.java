package org.winnow.prisma;

import org.winnow.model.UserException;

/**
 * How a diagram is drawn to a file.
 *
 * @param dpi dots to the inch, for pictures made of pixels
 */
public record Drawing(Style style, int dpi) {
    /** The official colours, and 300 dots to the inch as journals ask. */
    public static final Drawing USUAL = new Drawing(Style.OFFICIAL, 300);

    private static final int FEWEST = 36;
    private static final int MOST = 2400;

    public Drawing {
        if (dpi < FEWEST || dpi > MOST) {
            throw new UserException("A picture of " + dpi + " dots per inch cannot be drawn: choose between " + FEWEST
                    + " and " + MOST + ".");
        }
    }
}
