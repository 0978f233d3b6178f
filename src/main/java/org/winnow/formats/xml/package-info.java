/** Records within XML files: found one by one as a stream, mended, and parsed each on its own. */
@NullMarked
package org.winnow.formats.xml;

import org.jspecify.annotations.NullMarked;
