package org.winnow.report;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.document.Cell;
import org.winnow.formats.json.CslWriter;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;

/**
 * References to records in one style, without the number that some styles put before it: a table's rows stand in their
 * own order.
 */
final class References {
    /** What people wrote about a record is no part of a reference; an abstract would be, in styles made for it. */
    private static final List<String> NOT_CITED = List.of("note", "annote", "abstract", "keyword", "custom", "source");

    /**
     * What appears in print under a page number is found by it: the address, which in an export is that of the database's
     * own page, is left out, as reference managers do by default.
     */
    private static final Set<String> PRINTED = Set.of("article-journal", "article-magazine", "article-newspaper");

    private final Map<RecordId, Cell> texts = new HashMap<>();

    private References() {}

    /** @throws UserException where the style, an own one, cannot be followed */
    static References in(ReferenceStyle style, List<ScreenedRecord> records) {
        References all = new References();
        if (records.isEmpty()) {
            return all;
        }
        List<CSLItemData> items = new ArrayList<>();
        for (ScreenedRecord r : records) {
            items.add(item(r));
        }
        List<String> entries = entries(style, items);
        for (int i = 0; i < entries.size(); i++) {
            all.texts.put(records.get(i).id(), ReferenceMarkup.read(entries.get(i)));
        }
        return all;
    }

    private static CSLItemData item(ScreenedRecord r) {
        Map<String, Object> item = CslWriter.item(r);
        NOT_CITED.forEach(item::remove);
        if (item.containsKey("page") && PRINTED.contains(String.valueOf(item.get("type")))) {
            item.remove("URL");
        }
        return CSLItemData.fromJson(item);
    }

    private static List<String> entries(ReferenceStyle style, List<CSLItemData> items) {
        try {
            CSL processor = new CSL(new ListItemDataProvider(items), style.forProcessor());
            processor.setOutputFormat("html");
            processor.registerCitationItems(
                    items.stream().map(CSLItemData::getId).toList(), true);
            return List.of(processor.makeBibliography().getEntries());
        } catch (IOException | RuntimeException e) {
            throw new UserException(
                    "The reference style “" + style.name() + "” cannot be followed (" + e.getMessage()
                            + "). Choose another one.",
                    e);
        }
    }

    /** The reference to one of the records. */
    Cell to(RecordId record) {
        return texts.getOrDefault(record, Cell.of(""));
    }

    /** "Smith 2020": how a table names a report. */
    static String label(BibRecord r) {
        String who = r.authors().isEmpty() ? "Anonymous" : r.authors().get(0).family();
        return r.year() == null ? who : who + " " + r.year();
    }
}
