package org.winnow.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The colour of an annotation, to which a team may give a meaning.
 *
 * @param rgb red, green and blue in a byte each
 */
public record MarkColour(int rgb) {
    /** The colours on offer: those of Zotero's reader, so that marks look the same in both. */
    public static final List<MarkColour> PALETTE = List.of(
            new MarkColour(0xFFD400),
            new MarkColour(0xFF6666),
            new MarkColour(0x5FB236),
            new MarkColour(0x2EA8E5),
            new MarkColour(0xA28AE5),
            new MarkColour(0xE56EEE),
            new MarkColour(0xF19837),
            new MarkColour(0xAAAAAA));

    public MarkColour {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("no colour: " + rgb);
        }
    }

    /** As in style sheets: {@code #ffd400}. */
    public String key() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    public static Optional<MarkColour> of(String key) {
        return key.matches("#[0-9a-fA-F]{6}")
                ? Optional.of(new MarkColour(Integer.parseInt(key.substring(1), 16)))
                : Optional.empty();
    }
}
