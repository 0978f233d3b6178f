/** What is to be said of the corpus, the dataset, the model and its tests, from the records of their runs. */
@NullMarked
package org.winnow.dfllm.card;

import org.jspecify.annotations.NullMarked;
