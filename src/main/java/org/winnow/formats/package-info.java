/** Reference files in and out, one package per format family; pure, streaming, never touching a review. */
@NullMarked
package org.winnow.formats;

import org.jspecify.annotations.NullMarked;
