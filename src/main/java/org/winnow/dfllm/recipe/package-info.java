/** Recipes for tuning larger models elsewhere, and the models that come back from there. */
@NullMarked
package org.winnow.dfllm.recipe;

import org.jspecify.annotations.NullMarked;
