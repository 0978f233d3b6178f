package org.winnow.dedup;

/** What a title says of the document: a work of its own, or a piece of writing about another. */
enum Mark {
    NONE,
    ERRATUM,
    RETRACTION,
    WITHDRAWN,
    COMMENT,
    REPLY
}
