/** Zip and gzip archives of reference files, unpacked within limits. */
@NullMarked
package org.winnow.formats.archive;

import org.jspecify.annotations.NullMarked;
