/** The plain text of Web of Science and of ISI before it, with two letters before each value. */
@NullMarked
package org.winnow.formats.ciw;

import org.jspecify.annotations.NullMarked;
