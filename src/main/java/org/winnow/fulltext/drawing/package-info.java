/** Draws the pages of PDFs from strangers: what contains itself is left out, and whatever takes long can be stopped. */
@NullMarked
package org.winnow.fulltext.drawing;

import org.jspecify.annotations.NullMarked;
