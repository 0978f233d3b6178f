package org.winnow.prisma;

import java.util.ArrayList;
import java.util.List;
import org.winnow.document.Document;
import org.winnow.document.Document.Column;
import org.winnow.prisma.SearchRecord.Field;
import org.winnow.prisma.SearchRecord.StrategyLine;

/** The searches as a numbered appendix: for every source what PRISMA-S asks, and its strategy line by line. */
public final class SearchAppendix {
    private SearchAppendix() {}

    public static Document of(List<SearchRecord> searches) {
        List<Document.Block> blocks = new ArrayList<>();
        for (int i = 0; i < searches.size(); i++) {
            SearchRecord search = searches.get(i);
            blocks.add(new Document.Heading(
                    1, "S" + (i + 1) + " " + search.source().name()));
            List<List<String>> rows = new ArrayList<>();
            row(rows, "Kind", search.source().kind().key());
            row(rows, "Platform", search.said(Field.PLATFORM));
            row(rows, "Dates of coverage", search.said(Field.COVERAGE));
            row(rows, "Date of search", search.source().searchDate());
            row(
                    rows,
                    "Records reported",
                    search.source().hits() == null ? "" : search.source().hits().toString());
            row(rows, "Records imported", Long.toString(search.records()));
            row(rows, "Limits and restrictions", search.said(Field.LIMITS));
            row(rows, "Search filters", search.said(Field.FILTERS));
            row(rows, "Prior work", search.said(Field.PRIOR_WORK));
            row(rows, "Updates", search.said(Field.UPDATES));
            row(rows, "Peer review", search.said(Field.PEER_REVIEW));
            blocks.add(Document.Table.plain("", List.of(new Column("About the search", 1), new Column("", 3)), rows));
            strategy(blocks, search.strategy());
        }
        return new Document("Search strategies", blocks);
    }

    private static void row(List<List<String>> rows, String what, String said) {
        if (!said.isEmpty()) {
            rows.add(List.of(what, said));
        }
    }

    private static void strategy(List<Document.Block> blocks, List<StrategyLine> lines) {
        if (lines.isEmpty()) {
            blocks.add(new Document.Text("The strategy has not been written down."));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(List.of(
                    Integer.toString(i + 1), lines.get(i).text(), lines.get(i).hits()));
        }
        blocks.add(Document.Table.plain(
                "Strategy", List.of(new Column("Line", 0.4), new Column("Search", 5), new Column("Hits", 0.8)), rows));
    }
}
