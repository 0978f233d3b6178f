/** How single values are written in reference files: names, pages, years, identifiers, kinds of document. */
@NullMarked
package org.winnow.formats.value;

import org.jspecify.annotations.NullMarked;
