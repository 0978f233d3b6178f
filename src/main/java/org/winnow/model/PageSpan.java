package org.winnow.model;

/**
 * Characters of a page's text.
 *
 * @param page from 1
 * @param start of the first character in the text of the page, its lines joined by line feeds
 * @param end behind the last character
 */
public record PageSpan(int page, int start, int end) {
    public PageSpan {
        if (page < 1 || start < 0 || end < start) {
            throw new IllegalArgumentException("no span: page " + page + ", " + start + " to " + end);
        }
    }
}
