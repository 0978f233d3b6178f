package org.winnow.formats.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.formats.value.PublicationYear;
import org.winnow.model.BibRecord;

/**
 * Fills volume, issue and pages from a citation in one cell, where the table has no columns for them: PubMed's
 * {@code Behav Ther. 2022 Mar;53(2):334-347. doi: …} and Embase's {@code Cancer (2004) 102:4 (253-258). Date …}.
 */
final class Citations {
    private static final Pattern PUBMED =
            Pattern.compile("(\\d{4}[^;]{0,20});([^:(;]*)(?:\\(([^)]*)\\))?(?::([^.;]+))?\\.");
    private static final Pattern EMBASE = Pattern.compile(
            "(.+?) \\((\\d{4})\\)(?: ([^:( ]+))?(?::([^( ]+))?(?: \\(([^)]*)\\))?(?:\\.|$).*", Pattern.DOTALL);

    private final Columns columns;

    Citations(Columns columns) {
        this.columns = columns;
    }

    void complete(BibRecord.Builder b, List<String> cells) {
        boolean complete = !columns.of(TableField.VOLUME).isEmpty()
                || !columns.of(TableField.PAGES).isEmpty();
        if (complete) {
            return;
        }
        int citation = columns.place("citation");
        int source = columns.place("source");
        if (citation >= 0 && citation < cells.size()) {
            pubMed(b, Cells.value(cells.get(citation)));
        } else if (source >= 0
                && source < cells.size()
                && columns.of(TableField.YEAR).isEmpty()) {
            embase(b, Cells.value(cells.get(source)));
        }
    }

    private static void pubMed(BibRecord.Builder b, String citation) {
        Matcher m = PUBMED.matcher(citation);
        if (m.find()) {
            b.volume(some(m.group(2))).issue(some(m.group(3))).pages(some(m.group(4)));
            b.date(m.group(1));
        }
    }

    private static void embase(BibRecord.Builder b, String source) {
        Matcher m = EMBASE.matcher(source);
        if (m.matches()) {
            b.journal(m.group(1)).year(PublicationYear.in(m.group(2)));
            b.volume(some(m.group(3))).issue(some(m.group(4))).pages(some(m.group(5)));
        }
    }

    private static String some(@Nullable String group) {
        return group == null ? "" : group;
    }
}
