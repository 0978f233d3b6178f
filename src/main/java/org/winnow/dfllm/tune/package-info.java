/** Tuning of the sentence network to one review, on this computer: what is learnt, how, and what came of it. */
@NullMarked
package org.winnow.dfllm.tune;

import org.jspecify.annotations.NullMarked;
