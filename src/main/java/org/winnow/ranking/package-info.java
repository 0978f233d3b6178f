/** Learners that order records by how likely they are relevant, rules of stopping, and simulation; pure, without a review. */
@NullMarked
package org.winnow.ranking;

import org.jspecify.annotations.NullMarked;
