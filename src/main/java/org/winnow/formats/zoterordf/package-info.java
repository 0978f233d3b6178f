/** Zotero's RDF: items whose journals, files and notes are elements of their own. */
@NullMarked
package org.winnow.formats.zoterordf;

import org.jspecify.annotations.NullMarked;
