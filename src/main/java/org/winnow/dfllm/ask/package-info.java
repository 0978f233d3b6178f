/** Questions to the included papers, answered in their own words with report, page and quote. */
@NullMarked
package org.winnow.dfllm.ask;

import org.jspecify.annotations.NullMarked;
