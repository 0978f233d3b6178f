package org.winnow.fulltext;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.winnow.model.Doi;

/**
 * What a PDF says of itself: the information dictionary (ISO 32000-1, 14.3.3) and the XMP packet (14.3.2), of which only
 * the text is searched, so that no XML from strangers is parsed.
 */
record Metadata(String title, String author, String subject, String keywords, String xmp) {
    private static final int LONGEST_XMP = 200_000;
    /** Publishers put the identifier in one of these: prism:doi, pdfx:doi, dc:identifier, crossmark:DOI, WPS-ARTICLEDOI. */
    private static final Pattern XMP_DOI = Pattern.compile(
            "(?:prism:doi|pdfx:doi|crossmark:DOI|jav:journal_article_doi|dc:identifier|WPS-ARTICLEDOI)[^>]*?[>\"=]+\\s*(?:<[^>]*>\\s*)*(?:doi:)?\\s*(10\\.[^<\"\\s]+)",
            Pattern.CASE_INSENSITIVE);

    /** Letters that publishers' tools wrote into the information dictionary as XML does, and as one of them garbles it. */
    private static final Pattern REFERENCE = Pattern.compile("(?:&|#_)#x(\\p{XDigit}{2,5});");

    static Metadata of(PDDocument document) {
        PDDocumentInformation info = document.getDocumentInformation();
        String doi =
                text(info.getCustomMetadataValue("doi")) + " " + text(info.getCustomMetadataValue("WPS-ARTICLEDOI"));
        return new Metadata(
                text(info.getTitle()),
                text(info.getAuthor()),
                (doi + " " + text(info.getSubject())).strip(),
                text(info.getKeywords()),
                xmp(document));
    }

    /** The article's DOI where the metadata name one. */
    Optional<Doi> doi() {
        Matcher m = XMP_DOI.matcher(xmp);
        if (m.find()) {
            return Doi.find(m.group(1));
        }
        return Doi.find(subject).or(() -> Doi.find(title));
    }

    private static String text(String value) {
        String plain = value == null
                ? ""
                : REFERENCE.matcher(value).replaceAll(m -> Matcher.quoteReplacement(letter(m.group(1))));
        return plain.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String letter(String hexadecimal) {
        int code = Integer.parseInt(hexadecimal, 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }

    private static String xmp(PDDocument document) {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return "";
        }
        try (InputStream in = metadata.createInputStream()) {
            return new String(in.readNBytes(LONGEST_XMP), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            return "";
        }
    }
}
