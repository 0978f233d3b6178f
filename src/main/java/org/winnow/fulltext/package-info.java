/** Full texts: what a PDF says, page by page and section by section, and which record it is the report of. */
@NullMarked
package org.winnow.fulltext;

import org.jspecify.annotations.NullMarked;
