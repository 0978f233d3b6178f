/** Whether screening may stop: what the rules say, in a sentence for the report. */
@NullMarked
package org.winnow.ui.ranking;

import org.jspecify.annotations.NullMarked;
