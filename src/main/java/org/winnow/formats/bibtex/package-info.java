/** BibTeX and BibLaTeX in and out: entries one by one, LaTeX as the characters it stands for. */
@NullMarked
package org.winnow.formats.bibtex;

import org.jspecify.annotations.NullMarked;
