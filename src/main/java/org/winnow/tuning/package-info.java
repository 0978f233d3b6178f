/** Tuning to a review's verdicts: what is learnt from, by what the tuned network is judged, and whether it is used. */
@NullMarked
package org.winnow.tuning;

import org.jspecify.annotations.NullMarked;
