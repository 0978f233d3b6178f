/** Duplicates: what was merged, and the doubtful pairs side by side. */
@NullMarked
package org.winnow.ui.dedup;

import org.jspecify.annotations.NullMarked;
