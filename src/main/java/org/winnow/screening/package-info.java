/** Deciding: the queue, verdicts, reasons for exclusion, conflicts and their resolution. */
@NullMarked
package org.winnow.screening;

import org.jspecify.annotations.NullMarked;
