/** Ovid's own text: numbered records of tagged lines, or of field names with indented values. */
@NullMarked
package org.winnow.formats.ovid;

import org.jspecify.annotations.NullMarked;
