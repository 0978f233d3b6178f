package org.winnow.fulltext;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** Where in the web a report may be had. */
public final class ArticleLinks {
    private static final Pattern FIRST_PAGE = Pattern.compile("^[\\p{Alnum}.]+");

    private ArticleLinks() {}

    public static Optional<String> doi(BibRecord record) {
        Doi doi = record.doi();
        return doi == null
                ? Optional.empty()
                : Optional.of("https://doi.org/" + encoded(doi.value()).replace("%2F", "/"));
    }

    public static Optional<String> pubmed(BibRecord record) {
        return record.pmid().matches("\\d+")
                ? Optional.of("https://pubmed.ncbi.nlm.nih.gov/" + record.pmid() + "/")
                : Optional.empty();
    }

    /**
     * The report at the link resolver of a library: OpenURL 1.0 in key-value form (ANSI/NISO Z39.88-2004).
     *
     * @param base as the library gives it, with or without a query of its own
     */
    public static Optional<String> library(String base, BibRecord record) {
        if (!base.strip().matches("(?i)https?://\\S+")) {
            return Optional.empty();
        }
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("url_ver", "Z39.88-2004");
        keys.put("ctx_ver", "Z39.88-2004");
        keys.put("rfr_id", "info:sid/winnow");
        keys.putAll(work(record));
        keys.put("rft.date", record.year() == null ? "" : String.valueOf(record.year()));
        keys.put("rft.volume", record.volume());
        keys.put("rft.issue", record.issue());
        keys.put("rft.pages", record.pages());
        Matcher first = FIRST_PAGE.matcher(record.pages().strip());
        keys.put("rft.spage", first.find() ? first.group() : "");
        keys.put("rft.issn", record.issn());
        keys.put("rft.isbn", record.isbn());
        if (!record.authors().isEmpty()) {
            keys.put("rft.aulast", record.authors().get(0).family());
            keys.put("rft.aufirst", record.authors().get(0).given());
        }
        String query = keys.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        Doi doi = record.doi();
        String ids = (doi == null ? "" : "&rft_id=" + encoded("info:doi/" + doi.value()))
                + (record.pmid().isEmpty() ? "" : "&rft_id=" + encoded("info:pmid/" + record.pmid()));
        String door = base.strip();
        String joint = door.matches(".*[?&]$") ? "" : door.contains("?") ? "&" : "?";
        return Optional.of(door + joint + query + ids);
    }

    /** The keys of the format that fits: a resolver looks for a book or a thesis elsewhere than for an article. */
    private static Map<String, String> work(BibRecord record) {
        Map<String, String> keys = new LinkedHashMap<>();
        String kind =
                switch (record.type()) {
                    case BOOK, CHAPTER -> "book";
                    case DISSERTATION -> "dissertation";
                    default -> "journal";
                };
        boolean whole = record.type() == ReferenceType.BOOK;
        keys.put("rft_val_fmt", "info:ofi/fmt:kev:mtx:" + kind);
        switch (kind) {
            case "book" -> {
                keys.put("rft.genre", whole ? "book" : "bookitem");
                keys.put("rft.btitle", whole ? record.title() : record.journal());
                keys.put("rft.atitle", whole ? "" : record.title());
            }
            case "dissertation" -> keys.put("rft.title", record.title());
            default -> {
                keys.put("rft.genre", "article");
                keys.put("rft.atitle", record.title());
                keys.put("rft.jtitle", record.journal());
            }
        }
        return keys;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
