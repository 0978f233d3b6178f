/** Decisions as notes within reference files, in the words that other screening tools read. */
@NullMarked
package org.winnow.formats.decision;

import org.jspecify.annotations.NullMarked;
