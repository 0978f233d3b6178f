package org.winnow.model;

/** What kind of document a record describes, as the common reference formats distinguish them. */
public enum ReferenceType {
    ARTICLE,
    BOOK,
    CHAPTER,
    CONFERENCE,
    DATASET,
    DISSERTATION,
    NEWS,
    PATENT,
    PREPRINT,
    REGISTRY_ENTRY,
    REPORT,
    STANDARD,
    WEB_PAGE,
    OTHER
}
