/** RIS, the tagged format of Reference Manager, in all dialects that databases and tools write. */
@NullMarked
package org.winnow.formats.ris;

import org.jspecify.annotations.NullMarked;
