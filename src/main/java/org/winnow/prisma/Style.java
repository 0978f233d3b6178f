package org.winnow.prisma;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the diagram looks; what it says is the same in every style. */
public enum Style {
    /** The colours of the official template. */
    OFFICIAL(new Look(9, 0.72, 0xFFFFFF, 0x000000, 0xFFFFFF, 0xE4E4E4, 0xFFC125, 0xD3D3D3, 0xBCD2EE, false, 1)),
    /** Black lines on white, for journals that print without colour. */
    PLAIN(new Look(9, 0.72, 0xFFFFFF, 0x000000, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, 0xFFFFFF, true, 1)),
    /** Large type and stronger lines, for a figure that is printed small. */
    JOURNAL(new Look(12, 1, 0xFFFFFF, 0x000000, 0xFFFFFF, 0xF0F0F0, 0xFFFFFF, 0xF0F0F0, 0xFFFFFF, true, 0.72)),
    /** Light on dark, for slides. */
    DARK(new Look(11, 0.9, 0x16202B, 0xF2F5F8, 0x223142, 0x2C3B4B, 0x8A6200, 0x3B4A5A, 0x2F4F7F, false, 1));

    /**
     * Colours as 0xRRGGBB and sizes in points.
     *
     * @param fontSize of all text
     * @param stroke width of every line
     * @param ground the page
     * @param ink text and lines
     * @param box fill of the boxes of databases and registers
     * @param grey fill of the boxes of the other columns
     * @param title fill of the heading over databases and registers
     * @param otherTitle fill of the other headings
     * @param side fill of the bars beside the phases
     * @param outlined whether headings and bars have a line around them
     * @param narrow width of the boxes against the official ones of that type size: less makes larger type in print
     */
    public record Look(
            double fontSize,
            double stroke,
            int ground,
            int ink,
            int box,
            int grey,
            int title,
            int otherTitle,
            int side,
            boolean outlined,
            double narrow) {}

    private final Look look;

    Style(Look look) {
        this.look = look;
    }

    public Look look() {
        return look;
    }

    /** The word for this style in the window and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Style> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    }
}
