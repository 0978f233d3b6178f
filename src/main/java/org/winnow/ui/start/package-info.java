/** The start page: new, open, recent, sample. */
@NullMarked
package org.winnow.ui.start;

import org.jspecify.annotations.NullMarked;
