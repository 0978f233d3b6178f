package org.winnow.formats.table;

/** In which order the names in a column of authors stand that have no comma. */
public enum NameOrder {
    /** {@code Smith J} is divided before the initials, anything else stays whole. */
    AS_WRITTEN,
    /** {@code Smith John}: the first word is the family name. */
    FAMILY_FIRST,
    /** {@code John van der Smith}: the last word, with what belongs to it, is the family name. */
    GIVEN_FIRST
}
