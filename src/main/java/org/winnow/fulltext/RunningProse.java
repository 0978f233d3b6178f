package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.PlacedText;
import org.winnow.model.PlacedText.Place;

/** Puts paragraphs together line by line and remembers where each line stands in the text of its page. */
final class RunningProse {
    private final Prose prose;
    private final Map<Line, Integer> starts = new IdentityHashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();

    RunningProse(Prose prose) {
        this.prose = prose;
    }

    /** Learns where the lines of a page stand in its text. */
    void turnTo(PageText page) {
        int at = 0;
        for (Line line : page.lines()) {
            starts.put(line, at);
            at += line.text().length() + 1;
        }
    }

    void beginParagraph() {
        text.append(paragraph);
        paragraph.setLength(0);
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    /** Adds a line, or what of it stands behind a heading. */
    void add(Line line, String words) {
        int before = paragraph.length();
        prose.append(paragraph, words);
        if (paragraph.length() - words.length() < before) {
            // A hyphen at the end of the line before was mended away.
            Place cut = places.remove(places.size() - 1);
            places.add(new Place(cut.start(), cut.end() - 1, cut.page(), cut.pageStart()));
        }
        int start = text.length() + paragraph.length() - words.length();
        int inLine = line.text().length() - words.length();
        places.add(new Place(start, start + words.length(), line.page(), starts.getOrDefault(line, 0) + inLine));
    }

    /** What has been put together; begins anew. */
    PlacedText take() {
        text.append(paragraph);
        PlacedText taken = new PlacedText(text.toString(), places);
        text.setLength(0);
        paragraph.setLength(0);
        places.clear();
        return taken;
    }
}
