/** Bringing search exports in: files, their sources, and what was odd in them. */
@NullMarked
package org.winnow.ui.importing;

import org.jspecify.annotations.NullMarked;
