/**
 * The included papers as a documented training corpus: PRISMA-DFLLM (Susnjak 2023, arXiv 2306.14905), item 16.
 */
@NullMarked
package org.winnow.dfllm.corpus;

import org.jspecify.annotations.NullMarked;
