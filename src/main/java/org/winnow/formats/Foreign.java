package org.winnow.formats;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.winnow.formats.table.TableMapping;
import org.winnow.formats.text.Chars;

/** Names what is no reference file that can be read, and says what to do instead. */
final class Foreign {
    private static final String EXPORT_RIS = " Export the records as RIS or PubMed text (nbib) and import that file.";

    private record Kind(String begins, String message) {}

    private static final List<Kind> BINARY = List.of(
            new Kind(
                    "%PDF",
                    "is a PDF, not a list of references. Attach it to its record instead, or import the reference file."),
            new Kind("\u001F\u008B", "is compressed (gzip). Unpack it and import the file inside."),
            new Kind("7z\u00BC\u00AF", "is a 7-Zip archive. Unpack it and import the files inside."),
            new Kind("Rar!", "is a RAR archive. Unpack it and import the files inside."),
            new Kind("{\\rtf", "is a formatted document (RTF)." + EXPORT_RIS));

    private Foreign() {}

    /** Refuses what is not text. */
    static void refuseBinary(Head head) {
        String name = head.name();
        String bytes = head.latin(1 << 16);
        if (bytes.isBlank()) {
            throw file(name, "is empty. Export the records again and check that the export has ended.");
        }
        for (Kind kind : BINARY) {
            if (bytes.startsWith(kind.begins())) {
                throw file(name, kind.message());
            }
        }
        if (bytes.startsWith("PK\u0003\u0004")) {
            throw file(name, archive(bytes));
        }
        if (bytes.startsWith("SQLite format 3")) {
            boolean endNote = bytes.contains("enl_refs") || bytes.contains("pdf_index");
            throw file(
                    name,
                    endNote
                            ? "is an EndNote library. In EndNote choose File, Export, output style RefMan (RIS), and import that file."
                            : "is a database, not a reference file. Open a review with File, Open; export references as RIS.");
        }
        String charset = head.encoding().charset().name();
        boolean wide = charset.startsWith("UTF-16") || charset.startsWith("UTF-32");
        long odd =
                bytes.chars().filter(c -> c < 9 || c > 13 && c < 32 && c != 27).count();
        if (!wide && odd * 10 > bytes.length()) {
            throw file(
                    name, "is not text; it may be an EndNote library, a program's own file, or damaged." + EXPORT_RIS);
        }
    }

    /** Refuses text in formats that are told by how they begin. */
    static void refuseMarkup(Head head) throws IOException {
        String name = head.name();
        String text = head.text();
        String begin = Chars.trimmed(text.substring(0, Math.min(text.length(), 4000)));
        String low = begin.toLowerCase(Locale.ROOT);
        if (low.startsWith("<!doctype html") || low.startsWith("<html") || low.contains("<head>")) {
            throw file(
                    name,
                    "is a web page, perhaps a login or error page that was saved instead of the export."
                            + " Log in to the database and export again.");
        }
        if (low.startsWith("<")) {
            throw file(name, "is XML, but neither PubMed's nor EndNote's nor Zotero's." + EXPORT_RIS);
        }
        if (low.startsWith("{") || low.matches("(?s)\\[\\s*\\{.*")) {
            throw file(name, "is JSON, which cannot be read yet." + EXPORT_RIS);
        }
    }

    /** What to say of text in which nothing is recognised. */
    static UnreadableFile unknown(Head head) throws IOException {
        return file(
                head.name(),
                "holds no records in a format that can be read (RIS, PubMed text, or a table with a column"
                        + " for the title). It begins: “" + begin(head.text()) + "”." + EXPORT_RIS);
    }

    /** What to say of a table without a known column. */
    static UnreadableFile noColumns(Head head) throws IOException {
        return file(
                head.name(),
                "has no column that is known. The first rows must name the columns, one of them title,"
                        + " abstract, DOI or PMID. It begins: “" + begin(head.text()) + "”.");
    }

    /** What to say of a table in which no column tells a record. */
    static UnreadableFile untold(Head head, TableMapping layout) throws IOException {
        String columns = layout.columns().stream()
                .limit(20)
                .map(c -> "“" + c.name() + "”")
                .collect(Collectors.joining(", "));
        return file(
                head.name(),
                "is a table of " + layout.columns().size()
                        + " columns, none of which is known as title, abstract, DOI or"
                        + " PubMed identifier: " + columns
                        + ". Say what the columns hold: in the import window, or on the"
                        + " command line with --map \""
                        + layout.columns().getFirst().name() + "=title\".");
    }

    private static String archive(String bytes) {
        if (bytes.contains("word/")) {
            return "is a Word document." + EXPORT_RIS;
        }
        if (bytes.contains(".enl")) {
            return "is a compressed EndNote library. Open it in EndNote, choose File, Export, output style RefMan (RIS),"
                    + " and import that file.";
        }
        return "is an archive (zip). Unpack it and import the files inside.";
    }

    private static String begin(String text) {
        String one = Chars.oneLine(Chars.trimmed(text.substring(0, Math.min(text.length(), 400))));
        return one.length() <= 120 ? one : one.substring(0, 120) + "…";
    }

    private static UnreadableFile file(String name, String what) {
        return new UnreadableFile(name + " " + what);
    }
}
