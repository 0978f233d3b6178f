package org.winnow.model;

import java.util.List;

/**
 * Where an annotation stands: by position, and by what is written there, so that it is found again when the text is
 * extracted anew or the file is another printing.
 *
 * @param page from 1
 * @param quads around the words line by line, or one rectangle for a note or an area
 * @param quote the words themselves; empty where there are none
 * @param prefix a few words before them
 * @param suffix a few words after them
 */
public record Anchor(int page, List<Quad> quads, String quote, String prefix, String suffix) {
    /** How many letters of what stands around a quote are kept. */
    public static final int AROUND = 40;

    public Anchor {
        quads = List.copyOf(quads);
        if (page < 1 || quads.isEmpty()) {
            throw new IllegalArgumentException("an annotation stands somewhere on a page");
        }
    }

    /** One rectangle without words. */
    public static Anchor at(int page, Quad place) {
        return new Anchor(page, List.of(place), "", "", "");
    }
}
