package org.winnow.formats.ovid;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.formats.value.AuthorNames;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;

/** Names as Ovid prints them, with degrees, marks of affiliation and roles: {@code Pizem, Joze MD, PhD +}. */
final class OvidNames {
    private static final Pattern ROLE = Pattern.compile("\\s*\\[([^\\]]*)\\]\\.?\\s*$");
    private static final Pattern MARKS = Pattern.compile("(?:[\\s,]+(?:\\d{1,2}|[*+#^~&|]+|\\([0-9*+]+\\)))+\\s*$");
    private static final Pattern LAST = Pattern.compile("[,\\s]+([A-Za-z.()]+)$");

    /** Degrees, without full stops and in capitals. */
    private static final Set<String> DEGREES = Set.of(
            ("MD PHD MPH MSC MS MA BA BS BSC RN DO DDS DMD DVM PHARMD MBA MBBS MBCHB FRCP FRCS FACS FACP FACC FAAN "
                            + "FACSM EDD DRPH SCD DSC JD PSYD DPHIL MSN BSN CRNA APRN PT DPT OTR MPHIL MHS MHSC MED LLB "
                            + "FRCPC FRACP MRCP MRCS FAHA FAAP FACOG FIDSA CPH RD LCSW MSW MSPH MDS")
                    .split(" "));

    private OvidNames() {}

    /** Takes one name, or what a semicolon left of one. */
    static void one(String field, BibRecord.Builder into) {
        Matcher role = ROLE.matcher(field);
        boolean editor = false;
        String name = field;
        if (role.find()) {
            editor = role.group(1).toLowerCase(Locale.ROOT).startsWith("ed");
            name = field.substring(0, role.start());
        }
        name = plain(name);
        if (name.isEmpty()) {
            return;
        }
        Author author = AuthorNames.one(name);
        if (editor) {
            into.extra(ExtraKey.EDITOR, author.display());
        } else {
            into.author(author);
        }
    }

    /** Without marks, degrees and the full stop that ends a word; empty where nothing else is left. */
    private static String plain(String field) {
        String name = MARKS.matcher(field.strip()).replaceFirst("").strip();
        Matcher last = LAST.matcher(name);
        while (last.find() && degree(last.group(1))) {
            name = name.substring(0, last.start());
            last = LAST.matcher(name);
        }
        if (degree(name)) {
            return "";
        }
        return name.matches(".*\\p{Ll}{3,}\\.") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean degree(String word) {
        boolean capitals = word.equals(word.toUpperCase(Locale.ROOT)) || word.contains("h");
        return capitals && DEGREES.contains(word.replace(".", "").toUpperCase(Locale.ROOT));
    }
}
