/** The tagged format of RefWorks. */
@NullMarked
package org.winnow.formats.refworks;

import org.jspecify.annotations.NullMarked;
