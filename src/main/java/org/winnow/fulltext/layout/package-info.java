/** The page of a PDF put together again from its glyphs: words, lines, columns and paragraphs in reading order. */
@NullMarked
package org.winnow.fulltext.layout;

import org.jspecify.annotations.NullMarked;
