/** The full texts of a review's included reports, read once on this computer and made ready for the dfllm packages. */
@NullMarked
package org.winnow.papers;

import org.jspecify.annotations.NullMarked;
