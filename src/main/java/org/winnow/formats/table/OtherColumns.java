package org.winnow.formats.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.winnow.formats.value.ExtraKey;
import org.winnow.model.BibRecord;

/** Under which key a column is kept that has no field of its own in a record but a place in several formats. */
final class OtherColumns {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> KEYS = keys();

    private OtherColumns() {}

    /** The key for a column of this name: the common one, else the name itself. */
    static String key(String column) {
        return KEYS.getOrDefault(TableField.plain(column), column);
    }

    /** Puts what {@link RecordCells} packed into one cell back into a record; false when it cannot be read. */
    static boolean unpack(String packed, BibRecord.Builder b) {
        if (packed.isEmpty()) {
            return true;
        }
        try {
            Map<String, List<String>> all = JSON.readValue(packed, new TypeReference<>() {});
            all.forEach((key, values) -> values.forEach(v -> b.extra(key, v)));
            return true;
        } catch (JsonProcessingException changedByHand) {
            return false;
        }
    }

    private static Map<String, String> keys() {
        Map<String, String> m = new HashMap<>();
        put(
                m,
                ExtraKey.PLACE,
                "place placepublished publisherlocation publisherloc publishercity conferencelocation city cy");
        put(m, ExtraKey.EDITION, "edition");
        put(m, ExtraKey.SERIES, "series seriestitle bookseriestitle");
        put(m, ExtraKey.CONFERENCE, "conferencename conferencetitle eventtitle");
        put(m, ExtraKey.SHORT_TITLE, "shorttitle");
        put(m, ExtraKey.OTHER_TITLE, "originaltitle");
        put(m, ExtraKey.ARTICLE_NUMBER, "artno articlenumber articleno");
        put(m, ExtraKey.PAGE_COUNT, "pagecount numpages numberofpages");
        put(m, ExtraKey.VOLUME_COUNT, "numberofvolumes");
        put(m, ExtraKey.SECTION, "section");
        put(m, ExtraKey.PMCID, "pmcid pmc");
        put(m, ExtraKey.REGISTRATION, "registrationnumber clinicaltrialnumber");
        put(m, ExtraKey.AFFILIATION, "affiliations authoraffiliations authorsaffiliations addresses authoraddress c1");
        put(m, ExtraKey.WORK_TYPE, "documenttype publicationtype typeofwork doctype dt");
        put(m, ExtraKey.DATABASE, "database databasename sourcedatabase nameofdatabase");
        put(m, ExtraKey.ACCESS_DATE, "accessdate");
        put(m, ExtraKey.FILE, "fileattachments pdfrelativepath");
        put(m, ExtraKey.CALL_NUMBER, "callnumber");
        return Map.copyOf(m);
    }

    private static void put(Map<String, String> m, String key, String names) {
        for (String name : names.split(" ")) {
            m.put(name, key);
        }
    }
}
