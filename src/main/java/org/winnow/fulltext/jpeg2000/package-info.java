/** Pictures in JPEG 2000, as the Internet Archive and other libraries keep scanned pages (ITU-T T.800). */
@NullMarked
package org.winnow.fulltext.jpeg2000;

import org.jspecify.annotations.NullMarked;
