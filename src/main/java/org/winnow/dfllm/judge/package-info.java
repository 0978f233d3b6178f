/** People's judgements of answers, made without seeing what the program thinks of them, and how far people agree. */
@NullMarked
package org.winnow.dfllm.judge;

import org.jspecify.annotations.NullMarked;
