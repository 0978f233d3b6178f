/** The review file: one SQLite database per review, its schema, operations, changes, undo and audit trail. */
@NullMarked
package org.winnow.store;

import org.jspecify.annotations.NullMarked;
