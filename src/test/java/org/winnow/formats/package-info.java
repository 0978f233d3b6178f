/** Tests of reading and writing reference files. */
@NullMarked
package org.winnow.formats;

import org.jspecify.annotations.NullMarked;
