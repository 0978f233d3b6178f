/** The included papers asked, and the questions and answers that a model is trained on. */
@NullMarked
package org.winnow.ui.dfllm;

import org.jspecify.annotations.NullMarked;
