/** Records as JSON: CSL-JSON, and the array that the commands print. */
@NullMarked
package org.winnow.formats.json;

import org.jspecify.annotations.NullMarked;
