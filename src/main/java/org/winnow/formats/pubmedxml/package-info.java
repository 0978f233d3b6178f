/** PubMed's XML: articles and books. */
@NullMarked
package org.winnow.formats.pubmedxml;

import org.jspecify.annotations.NullMarked;
