/** Annotations in PDFs: read out of them, written into copies of them, and found again in their text. */
@NullMarked
package org.winnow.fulltext.annotation;

import org.jspecify.annotations.NullMarked;
