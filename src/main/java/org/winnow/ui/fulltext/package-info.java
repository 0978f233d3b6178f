/** The reader: the queue of reports, the pages of a full text, what is found and marked in it, and the decision. */
@NullMarked
package org.winnow.ui.fulltext;

import org.jspecify.annotations.NullMarked;
