/** The report of a whole review: what several features know of it, put together. */
@NullMarked
package org.winnow.report;

import org.jspecify.annotations.NullMarked;
