package org.winnow.model;

/**
 * One author, in the order in which the source names them.
 *
 * @param family family name, or the whole name of a group author
 * @param given given names or initials, with any suffix after a comma; empty for a group author
 */
public record Author(String family, String given) {
    public Author {
        family = family.strip();
        given = given.strip();
    }

    /** Reads {@code Family, Given}, {@code Family}, or a group's name; the first comma divides. */
    public static Author of(String name) {
        int comma = name.indexOf(',');
        return comma < 0 ? new Author(name, "") : new Author(name.substring(0, comma), name.substring(comma + 1));
    }

    /** {@code Family, Given}, or the family name alone. */
    public String display() {
        return given.isEmpty() ? family : family + ", " + given;
    }
}
