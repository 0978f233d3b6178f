/** Bytes to characters to lines, within bounded memory; what every reader of reference files stands on. */
@NullMarked
package org.winnow.formats.text;

import org.jspecify.annotations.NullMarked;
