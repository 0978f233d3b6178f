/** Excel workbooks (ECMA-376) as streams of rows, in and out. */
@NullMarked
package org.winnow.formats.xlsx;

import org.jspecify.annotations.NullMarked;
