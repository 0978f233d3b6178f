package org.winnow.fulltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.Headings.Heading;
import org.winnow.fulltext.layout.Line;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.PlacedText;

/** Divides the lines of an article into sections, captions and references, one line after another. */
final class Body {
    private static final Pattern CAPTION = Pattern.compile(
            "^((?:Fig(?:ure|\\.)?|Table|Box|Scheme|Listing|Abbildung|Abb\\.|Tabelle|Tableau|Figura|Tabla|Supplementary (?:Table|Figure))\\s*(?:[A-Z]?\\d{1,3}[a-z]?|[IVX]{1,5}(?=[.:\\s]|$)))\\s*([.:|\u2014\u2013-]|\\s)\\s*(.*)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern CONTINUED =
            Pattern.compile("(?i)\\(?(?:continued|cont(?:inue)?['\u2019]?d?)\\.?\\)?.{0,5}");
    /** Lines after one that tell whether it is a heading. */
    private static final int AHEAD = 3;

    private final Headings headings;
    private final Prose prose;
    private final RunningProse running;
    private final Set<Line> leftOut;

    private final List<Section> sections = new ArrayList<>();
    private final List<String> apart = new ArrayList<>();
    private final List<Caption> captions = new ArrayList<>();
    private final List<Line> references = new ArrayList<>();
    private final List<Line> all = new ArrayList<>();
    private final List<List<Line>> paragraphs = new ArrayList<>();
    private final List<Line> caption = new ArrayList<>();
    private String heading = "";
    private String number = "";
    private String opening = "";
    private int headingPage = 1;
    private @Nullable Line headingLine;
    private boolean headingOpen;
    private boolean inReferences;
    private boolean begun;
    private @Nullable Line before;

    /** @param leftOut lines that are told elsewhere, such as the title's */
    Body(Headings headings, Prose prose, Set<Line> leftOut) {
        this.headings = headings;
        this.prose = prose;
        this.running = new RunningProse(prose);
        this.leftOut = leftOut;
    }

    void read(List<PageText> pages) {
        headingPage = pages.get(0).page();
        List<Line> flow = new ArrayList<>();
        for (PageText page : pages) {
            running.turnTo(page);
            all.addAll(page.lines());
            page.lines().stream().filter(line -> !leftOut.contains(line)).forEach(flow::add);
        }
        for (int i = 0; i < flow.size(); i++) {
            Line line = flow.get(i);
            if (before != null && before.page() != line.page()) {
                endCaption();
            }
            take(line, flow.subList(i + 1, Math.min(i + 1 + AHEAD, flow.size())));
            before = line;
        }
        endCaption();
        endSection();
    }

    List<Section> sections() {
        return sections;
    }

    /** Paragraphs before the first heading that are set otherwise than the text. */
    List<String> apart() {
        return apart;
    }

    List<Caption> captions() {
        return captions;
    }

    List<String> references() {
        return References.of(references.isEmpty() ? References.unheaded(all) : references, prose);
    }

    private void take(Line line, List<Line> ahead) {
        if (CAPTION.matcher(line.text()).matches() && beginsCaption(line)) {
            endCaption();
            caption.add(line);
            return;
        }
        Optional<Heading> found = headings.of(line, before, ahead)
                .filter(this::endsReferences)
                .filter(this::afterTheFront)
                .filter(this::outsideAbstract);
        if (!caption.isEmpty() && found.isEmpty() && continuesCaption(line)) {
            caption.add(line);
            return;
        }
        endCaption();
        Line above = before;
        boolean open = headingOpen && above != null && !HeadingWords.known(heading);
        Optional<Heading> end = open ? headings.endOfBold(line) : Optional.empty();
        if (end.isPresent() && above != null && headings.below(above, line)) {
            heading = heading + " " + end.get().words();
            opening = end.get().rest();
            headingLine = line;
            headingOpen = false;
        } else if (open && above != null && headings.continues(above, line)) {
            heading = heading + " " + line.text();
        } else if (found.isPresent()) {
            begin(found.get(), line);
        } else if (inReferences) {
            references.add(line);
        } else {
            addToParagraph(line);
        }
    }

    /** In a list of references the bold name of a journal is no heading: only a known one, or an appendix, ends it. */
    private boolean endsReferences(Heading found) {
        return !inReferences
                || HeadingWords.known(found.words()) && !found.words().matches(".*\\d.*")
                || HeadingWords.plain(found.words())
                        .matches("(appendix|supplement|annex|figure legends|tables?\\b|about the author).*");
    }

    /** Names and addresses below the title are set like headings: the first heading is one by its number or its word. */
    private boolean afterTheFront(Heading found) {
        return begun || !found.number().isEmpty() || HeadingWords.known(found.words());
    }

    /** The parts of a structured abstract that begin in the line stay its text. */
    private boolean outsideAbstract(Heading found) {
        return found.rest().isEmpty()
                || !found.number().isEmpty()
                || !HeadingWords.plain(heading).matches("abstract|summary")
                || HeadingWords.plain(found.words()).matches("key ?words|index terms");
    }

    private void begin(Heading found, Line line) {
        endSection();
        begun = true;
        heading = found.words();
        number = found.number();
        opening = found.rest();
        headingPage = line.page();
        headingLine = line;
        headingOpen = found.rest().isEmpty();
        inReferences = HeadingWords.references(heading);
    }

    private void endSection() {
        if (!opening.isEmpty()) {
            running.add(headingLine(), opening);
        }
        boolean first = !opening.isEmpty();
        if (sections.isEmpty()) {
            paragraphs.stream().filter(this::otherwise).map(prose::join).forEach(apart::add);
        }
        for (List<Line> paragraph : paragraphs) {
            if (!first) {
                running.beginParagraph();
            }
            first = false;
            paragraph.forEach(line -> running.add(line, line.text()));
        }
        PlacedText text = running.take();
        if (!inReferences && (!heading.isEmpty() || !text.text().isEmpty())) {
            sections.add(new Section(heading, number, headingPage, text));
        }
        paragraphs.clear();
        opening = "";
    }

    private boolean otherwise(List<Line> paragraph) {
        return paragraph.stream().filter(headings::otherwise).count() * 2 > paragraph.size();
    }

    private Line headingLine() {
        if (headingLine == null) {
            throw new IllegalStateException("text behind a heading without a heading");
        }
        return headingLine;
    }

    private void addToParagraph(Line line) {
        headingOpen = false;
        List<Line> open = paragraphs.isEmpty() ? null : paragraphs.get(paragraphs.size() - 1);
        if (open == null || beginsParagraph(open.get(open.size() - 1), line)) {
            open = new ArrayList<>();
            paragraphs.add(open);
        }
        open.add(line);
    }

    private static boolean beginsParagraph(Line last, Line line) {
        boolean sentenceEnded = last.text().matches(".*[.?!:\u201D\")\\]\\d]$");
        boolean otherType =
                Math.abs(last.size() - line.size()) > 0.75f && line.text().length() > 20;
        if (last.page() != line.page() || line.box().y() < last.box().y()) {
            return otherType;
        }
        float gap = line.box().y() - last.box().bottom();
        float size = Math.max(last.size(), line.size());
        boolean indented = line.box().x() - last.box().x() > 0.7f * size && sentenceEnded;
        return otherType || gap > 0.9f * size && sentenceEnded || gap > 1.8f * size || indented;
    }

    /** A sentence that begins with {@code Figure 2 shows} is none: a caption stands apart, or its label ends in a mark. */
    private boolean beginsCaption(Line line) {
        Matcher m = CAPTION.matcher(line.text());
        if (!m.matches()) {
            return false;
        }
        boolean marked = !m.group(2).isBlank() || line.words().get(0).bold() && headings.stressed(line);
        String rest = m.group(3);
        boolean apart = before == null
                || before.page() != line.page()
                || line.box().y() - before.box().bottom() > 0.5f * headings.bodySize()
                || line.box().y() < before.box().y();
        // "Figure 2 shows" goes on in small letters; "Figure 2. shows" hardly ever stands in a sentence.
        boolean sentence = rest.matches("^[\\p{Ll},;)].*") && !(marked && apart) || rest.matches("^(and|or|to) .*");
        return !sentence && (marked || apart) || rest.isEmpty() && apart;
    }

    private boolean continuesCaption(Line line) {
        Line last = caption.get(caption.size() - 1);
        float gap = line.box().y() - last.box().bottom();
        return line.page() == last.page()
                && gap > -last.size()
                && gap < 0.45f * last.size()
                && Math.abs(line.size() - last.size()) < 0.6f
                && caption.size() < 15;
    }

    private void endCaption() {
        if (!caption.isEmpty()) {
            Matcher m = CAPTION.matcher(caption.get(0).text());
            if (m.matches()) {
                StringBuilder text = new StringBuilder(m.group(3));
                caption.subList(1, caption.size()).forEach(line -> prose.append(text, line.text()));
                String words = text.toString().strip();
                if (!CONTINUED.matcher(words).matches()) {
                    captions.add(new Caption(m.group(1), words, caption.get(0).page()));
                }
            }
            caption.clear();
        }
    }
}
