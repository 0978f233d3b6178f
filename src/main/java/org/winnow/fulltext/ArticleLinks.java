package org.winnow.fulltext;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;

/** Where in the web a report may be had. */
public final class ArticleLinks {
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
        keys.put("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal");
        keys.put("rft.genre", "article");
        keys.put("rft.atitle", record.title());
        keys.put("rft.jtitle", record.journal());
        keys.put("rft.date", record.year() == null ? "" : String.valueOf(record.year()));
        keys.put("rft.volume", record.volume());
        keys.put("rft.issue", record.issue());
        keys.put("rft.pages", record.pages());
        keys.put("rft.issn", record.issn());
        keys.put(
                "rft.aulast",
                record.authors().isEmpty() ? "" : record.authors().get(0).family());
        String query = keys.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> e.getKey() + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        Doi doi = record.doi();
        String ids = (doi == null ? "" : "&rft_id=" + encoded("info:doi/" + doi.value()))
                + (record.pmid().isEmpty() ? "" : "&rft_id=" + encoded("info:pmid/" + record.pmid()));
        return Optional.of(base.strip() + (base.contains("?") ? "&" : "?") + query + ids);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
