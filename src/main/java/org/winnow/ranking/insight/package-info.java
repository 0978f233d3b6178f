/** What the verdicts and the meanings of the records show beyond an order: terms, likely mistakes, likeness, a map. */
@NullMarked
package org.winnow.ranking.insight;

import org.jspecify.annotations.NullMarked;
