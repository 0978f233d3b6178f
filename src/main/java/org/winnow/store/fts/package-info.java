/**
 * Builds the search index of a bulk import outside SQLite, in the form in which SQLite's FTS5 keeps it: words are told
 * apart and gathered here, several times as fast as FTS5 does it, and on the thread that reads while another one writes.
 * The form is that of FTS5's tables of version 4, as the comment at the head of fts5_index.c describes it: sorted words,
 * each with its records and places, cut into pages, a segment for each batch. FTS5 itself searches, changes, merges and
 * checks what was built.
 */
@NullMarked
package org.winnow.store.fts;

import org.jspecify.annotations.NullMarked;
