/** Language models behind an address: what the review lets be sent there, the questions, and the record of each. */
@NullMarked
package org.winnow.llm;

import org.jspecify.annotations.NullMarked;
