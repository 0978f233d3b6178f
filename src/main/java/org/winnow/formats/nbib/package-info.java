/** The tagged text of PubMed, PubMed Central and ERIC (MEDLINE display format, NBIB). */
@NullMarked
package org.winnow.formats.nbib;

import org.jspecify.annotations.NullMarked;
