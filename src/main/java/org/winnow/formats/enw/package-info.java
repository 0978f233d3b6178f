/** EndNote's tagged format, Refer/BibIX: a percent sign and one character before each value. */
@NullMarked
package org.winnow.formats.enw;

import org.jspecify.annotations.NullMarked;
