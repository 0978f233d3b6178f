/** Reading a PDF page by page: pictures, text with its places, outline, links, and finding words. */
@NullMarked
package org.winnow.fulltext.reading;

import org.jspecify.annotations.NullMarked;
