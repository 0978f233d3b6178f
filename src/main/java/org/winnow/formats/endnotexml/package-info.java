/** EndNote's XML, which many other programs write too. */
@NullMarked
package org.winnow.formats.endnotexml;

import org.jspecify.annotations.NullMarked;
