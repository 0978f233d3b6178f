package org.winnow.formats.ris;

/** What can be said of RIS line by line, before it is read. */
public final class RisFile {
    private RisFile() {}

    /** The tag of a line, empty where it has none. */
    public static String tag(String line) {
        char[] b = line.toCharArray();
        int tag = RisTags.at(b, 0, b.length, false);
        return tag == 0 ? "" : RisTags.name(tag);
    }

    /** What follows the tag of a line that has one. */
    public static String value(String line) {
        char[] b = line.toCharArray();
        return new String(b, RisTags.valueAt(b, 0, b.length), b.length - RisTags.valueAt(b, 0, b.length)).strip();
    }
}
