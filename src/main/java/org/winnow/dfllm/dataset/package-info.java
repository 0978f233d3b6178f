/** Questions with their answers: written, drafted, derived or imported, checked by people, divided without leaks. */
@NullMarked
package org.winnow.dfllm.dataset;

import org.jspecify.annotations.NullMarked;
