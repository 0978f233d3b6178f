/** What tagged text formats other than RIS have in common: lines with tags, gathered into records. */
@NullMarked
package org.winnow.formats.tagged;

import org.jspecify.annotations.NullMarked;
