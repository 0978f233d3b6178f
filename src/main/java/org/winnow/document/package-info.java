/** Reports as documents: headings, paragraphs and tables as one model, and the writers of that model. */
@NullMarked
package org.winnow.document;

import org.jspecify.annotations.NullMarked;
