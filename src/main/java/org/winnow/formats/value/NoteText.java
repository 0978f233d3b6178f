package org.winnow.formats.value;

/** Notes as Zotero keeps them. */
public final class NoteText {
    private NoteText() {}

    /** Zotero wraps notes in HTML on their way through it, which hides what stands in them. */
    public static String plain(String note) {
        if (note.indexOf('<') < 0) {
            return note.strip();
        }
        return note.replaceAll("(?i)</?(p|div|br|span|b|i|em|strong)\\b[^>]*>", "")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }
}
