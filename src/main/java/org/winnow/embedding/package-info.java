/** Texts as vectors: which of them mean something alike, also where they share no word. */
@NullMarked
package org.winnow.embedding;

import org.jspecify.annotations.NullMarked;
