package org.winnow.fulltext.reading;

import org.winnow.fulltext.layout.Box;

/**
 * A link on a page.
 *
 * @param box where it is seen
 * @param page that it leads to, from 1; 0 where it leads out of the file
 * @param y of the place on that page in points from its top
 * @param address that it leads to outside; empty where it stays in the file
 */
public record PageLink(Box box, int page, float y, String address) {}
