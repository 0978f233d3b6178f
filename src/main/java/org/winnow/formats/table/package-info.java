/** What the rows of a table mean: which column holds what, guessed, shown and changed, whatever file the rows are in. */
@NullMarked
package org.winnow.formats.table;

import org.jspecify.annotations.NullMarked;
