/** Lists of PubMed identifiers and DOIs. */
@NullMarked
package org.winnow.formats.ids;

import org.jspecify.annotations.NullMarked;
