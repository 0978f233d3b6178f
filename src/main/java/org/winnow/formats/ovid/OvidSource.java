package org.winnow.formats.ovid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the line in which Ovid says where a document appeared; each of its databases writes it in its own way.
 *
 * @param title journal or book, after any editors
 * @param editors names before the title of a book, as they stand
 */
record OvidSource(String title, String editors, String volume, String issue, String pages, String date) {
    private static final String MONTH =
            "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Autumn|Winter)[a-z.]*";
    private static final String DATE = "(?:" + MONTH + "(?:[/-]" + MONTH + ")? )?(?:\\d{1,2},? )?\\d{4}";

    /** {@code Names [Editor]. Title.:371-397, 2004.} */
    private static final Pattern EDITED =
            Pattern.compile("(?<e>.+\\[Ed[^\\]]*\\])\\.? (?<t>.+?)\\.?:(?<p>[^,]+), (?<d>.*\\d{4})\\.?");

    /** {@code Journal June 2015;58(6):688-696} */
    private static final Pattern JOURNALS_AT_OVID =
            Pattern.compile("(?<t>.+?) (?<d>" + DATE + ");(?<v>[^(:]*)(?:\\((?<i>[^)]*)\\))?(?::(?<p>.+?))?\\.?");

    /** {@code Journal. Vol.43(5), Sep 2015, pp. 623-634.} */
    private static final Pattern PSYCINFO = Pattern.compile(
            "(?<t>.+?)\\. +Vol\\.? ?(?<v>[^(, ]+) ?(?:\\((?<i>[^)]*)\\))?,? +(?<d>.*?\\d{4}), +(?:pp?\\. ?)?(?<p>[^ ]+?)\\.?");

    /** {@code Journal. 201(2-3):327-334, November 15, 2004.} */
    private static final Pattern MEDLINE = Pattern.compile(
            "(?<t>.+?)\\. +(?<v>[^ (:,.]*)(?:\\((?<i>[^)]*)\\))?(?::(?<p>[^,]+))?, +(?<d>[^:]*\\d{4}[^:]{0,16}?)\\.?");

    /** {@code Journal. 12 (3) (pp 45-67), 2004. Date of Publication: …} */
    private static final Pattern EMBASE = Pattern.compile("(?<t>.+?)\\. +(?<v>[^ (,.]+)?(?: ?\\((?<i>[^p)][^)]*)\\))?"
            + "(?: \\(pp?\\.? (?<p>[^)]+)\\))?(?: \\(no pagination\\))?,? (?<d>[^.]*\\d{4})\\..*");

    /** {@code (2014). Title 58 pp. Place: Publisher.} */
    private static final Pattern BOOK =
            Pattern.compile("(?<e>[^(]*)\\((?<d>\\d{4})\\)\\. (?<t>.+?)\\.? (?:\\(pp?\\. (?<p>[^)]+)\\)|[\\dX]+ pp).*");

    /** {@code Journal, 2013(1): 3-28.} */
    private static final Pattern POLITICAL =
            Pattern.compile("(?<t>.+?)(?: (?<v>\\d+))?, (?<d>[^:(]*\\d{4}) ?(?:\\((?<i>[^)]*)\\))?: (?<p>[^ ]+?)\\.?");

    private static final Pattern[] ALL = {EDITED, JOURNALS_AT_OVID, PSYCINFO, MEDLINE, EMBASE, BOOK, POLITICAL};

    /** What the line says; null when it is written in no known way. */
    static @Nullable OvidSource of(String line) {
        String source = line.replace("\n", " ").replaceAll(" {2,}", " ").strip();
        if (source.length() > 2000) {
            return null;
        }
        for (Pattern pattern : ALL) {
            Matcher m = pattern.matcher(source);
            if (m.matches()) {
                return of(m, pattern);
            }
        }
        return null;
    }

    private static OvidSource of(Matcher m, Pattern pattern) {
        boolean numbered = pattern != EDITED && pattern != BOOK;
        return new OvidSource(
                some(m.group("t")).replaceFirst("\\.$", ""),
                pattern == EDITED || pattern == BOOK ? some(m.group("e")) : "",
                numbered ? some(m.group("v")) : "",
                numbered ? some(m.group("i")) : "",
                some(m.group("p")),
                some(m.group("d")));
    }

    private static String some(@Nullable String group) {
        return group == null ? "" : group.strip();
    }
}
