/** Getting full texts: which reports are sought, PDFs that are matched to them, and those that a person has to place. */
@NullMarked
package org.winnow.ui.retrieval;

import org.jspecify.annotations.NullMarked;
