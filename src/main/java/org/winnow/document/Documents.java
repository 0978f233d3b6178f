package org.winnow.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Documents as files; the same document gives the same bytes. */
public final class Documents {
    /** The endings that a document can be written under. */
    public static final List<String> FORMATS = List.of("docx", "pdf", "html", "md", "tex");

    private Documents() {}

    /** The file's bytes, or empty for an ending that is none of {@link #FORMATS}. */
    public static Optional<byte[]> bytes(Document document, String ending) {
        return switch (ending) {
            case "docx" -> Optional.of(WordFile.of(document.title(), WordBody.of(document)));
            case "pdf" -> Optional.of(PdfPages.of(document));
            case "html" -> Optional.of(utf8(HtmlPage.of(document)));
            case "md" -> Optional.of(utf8(Markdown.of(document)));
            case "tex" -> Optional.of(utf8(Latex.of(document)));
            default -> Optional.empty();
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
