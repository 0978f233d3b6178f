/** Files in and out of a review: imports from reference files, exports with what was decided. */
@NullMarked
package org.winnow.exchange;

import org.jspecify.annotations.NullMarked;
