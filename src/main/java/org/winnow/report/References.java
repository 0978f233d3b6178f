package org.winnow.report;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.csl.CSLItemData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.winnow.formats.json.CslWriter;
import org.winnow.model.BibRecord;
import org.winnow.model.RecordId;
import org.winnow.model.ScreenedRecord;
import org.winnow.model.UserException;

/**
 * References to records in one style, as plain text without the number that some styles put before it: a table's rows
 * stand in their own order.
 */
final class References {
    /** Of a style with numbers, what stands beside the number. */
    private static final Pattern BESIDE = Pattern.compile("(?s)<div class=\"csl-right-inline\">(.*?)</div>");

    /** What people wrote about a record is no part of a reference; an abstract would be, in styles made for it. */
    private static final List<String> NOT_CITED = List.of("note", "annote", "abstract", "keyword", "custom", "source");

    private final Map<RecordId, String> texts = new HashMap<>();

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
            all.texts.put(records.get(i).id(), plain(entries.get(i)));
        }
        return all;
    }

    private static CSLItemData item(ScreenedRecord r) {
        Map<String, Object> item = CslWriter.item(r);
        NOT_CITED.forEach(item::remove);
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

    private static String plain(String html) {
        Matcher beside = BESIDE.matcher(html);
        String text = beside.find() ? beside.group(1) : html;
        return StringEscapeUtils.unescapeHtml4(text.replaceAll("<[^>]*>", ""))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The reference to one of the records. */
    String to(RecordId record) {
        return texts.getOrDefault(record, "");
    }

    /** "Smith 2020": how a table names a report. */
    static String label(BibRecord r) {
        String who = r.authors().isEmpty() ? "Anonymous" : r.authors().get(0).family();
        return r.year() == null ? who : who + " " + r.year();
    }
}
