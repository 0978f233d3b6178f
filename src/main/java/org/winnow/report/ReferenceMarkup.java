package org.winnow.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;
import org.winnow.document.Cell;
import org.winnow.document.Cell.Piece;
import org.winnow.document.Cell.Type;

/** One entry of a bibliography as citeproc-java writes it in HTML, read into text with its types. */
final class ReferenceMarkup {
    /** Of a style with numbers, what stands beside the number. */
    private static final Pattern BESIDE = Pattern.compile("(?s)<div class=\"csl-right-inline\">(.*?)</div>");

    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)([^>]*)>");

    private final List<Piece> pieces = new ArrayList<>();
    private final Deque<Optional<Type>> open = new ArrayDeque<>();

    private ReferenceMarkup() {}

    static Cell read(String html) {
        Matcher beside = BESIDE.matcher(html);
        String entry = beside.find() ? beside.group(1) : html;
        ReferenceMarkup markup = new ReferenceMarkup();
        Matcher tag = TAG.matcher(entry);
        int from = 0;
        while (tag.find()) {
            markup.text(entry.substring(from, tag.start()));
            markup.tag(tag);
            from = tag.end();
        }
        markup.text(entry.substring(from));
        return markup.cell();
    }

    private void tag(Matcher tag) {
        if (tag.group(1).isEmpty()) {
            open.push(type(tag.group(2), tag.group(3)));
        } else if (!open.isEmpty()) {
            open.pop();
        }
    }

    private static Optional<Type> type(String element, String attributes) {
        return switch (element) {
            case "i", "em" -> Optional.of(Type.ITALIC);
            case "b", "strong" -> Optional.of(Type.BOLD);
            case "sup" -> Optional.of(Type.RAISED);
            case "sub" -> Optional.of(Type.LOWERED);
            case "span" -> styled(attributes);
            default -> Optional.empty();
        };
    }

    private static Optional<Type> styled(String attributes) {
        if (attributes.contains("italic") || attributes.contains("oblique")) {
            return Optional.of(Type.ITALIC);
        }
        if (attributes.contains("bold")) {
            return Optional.of(Type.BOLD);
        }
        if (attributes.contains("small-caps")) {
            return Optional.of(Type.SMALL_CAPITALS);
        }
        return attributes.contains("underline") ? Optional.of(Type.UNDERLINED) : Optional.empty();
    }

    private void text(String html) {
        String text = StringEscapeUtils.unescapeHtml4(html).replaceAll("\\s+", " ");
        boolean again = pieces.isEmpty() || pieces.getLast().text().endsWith(" ");
        text = again && text.startsWith(" ") ? text.substring(1) : text;
        if (text.isEmpty()) {
            return;
        }
        Set<Type> types = EnumSet.noneOf(Type.class);
        open.forEach(type -> type.ifPresent(types::add));
        if (!pieces.isEmpty() && pieces.getLast().types().equals(types)) {
            text = pieces.removeLast().text() + text;
        }
        pieces.add(new Piece(text, types));
    }

    private Cell cell() {
        if (!pieces.isEmpty()) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(last.text().stripTrailing(), last.types()));
        }
        return new Cell(pieces);
    }
}
