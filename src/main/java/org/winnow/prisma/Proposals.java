package org.winnow.prisma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.prisma.Checklist.Item;
import org.winnow.prisma.FilledChecklist.Line;
import org.winnow.prisma.Manuscript.Passage;

/**
 * Proposes where in a manuscript the items of a checklist are reported, by the words and headings that usually go with
 * them. A proposal is for a person to look at; it answers nothing by itself.
 */
public final class Proposals {
    static final String PROPOSED = "Proposed: ";
    private static final int QUOTE = 140;
    private static final double SECTION = 1.5;
    private static final List<Cue> CUES = cues();

    /** @param section the heading under which it is expected; empty for anywhere */
    private record Cue(Pattern topic, Pattern words, Pattern section) {}

    /** A place in the manuscript. */
    public record Proposal(int page, String section, String quote) {
        /** "p. 4, Methods: “We searched …”". */
        public String words() {
            String where = page > 0 ? "p. " + page : "";
            if (!section.isEmpty()) {
                where += (where.isEmpty() ? "" : ", ") + section;
            }
            return (where.isEmpty() ? "" : where + ": ") + "“" + quote + "”";
        }
    }

    private Proposals() {}

    /** The checklist with a proposed location on every line that has none, where one is found. */
    public static FilledChecklist located(FilledChecklist filled, Manuscript manuscript) {
        List<Line> lines = new ArrayList<>();
        for (Line line : filled.lines()) {
            Optional<Proposal> found = line.location().isEmpty() ? propose(line.item(), manuscript) : Optional.empty();
            lines.add(found.map(
                            p -> new Line(line.item(), line.status(), line.text(), PROPOSED + p.words(), line.draft()))
                    .orElse(line));
        }
        return new FilledChecklist(filled.list(), lines);
    }

    /** The passage that fits an item best; empty where none has any of its words. */
    public static Optional<Proposal> propose(Item item, Manuscript manuscript) {
        Optional<Cue> cue = CUES.stream()
                .filter(c -> c.topic().matcher(item.topic()).find())
                .findFirst();
        if (cue.isEmpty()) {
            return Optional.empty();
        }
        double best = 0;
        @Nullable Proposal proposal = null;
        for (Passage passage : manuscript.passages()) {
            double score = score(passage, cue.get(), item);
            if (score > best) {
                best = score;
                proposal = new Proposal(
                        passage.page(),
                        passage.section(),
                        quote(passage.text(), cue.get().words()));
            }
        }
        return Optional.ofNullable(proposal);
    }

    private static double score(Passage passage, Cue cue, Item item) {
        if (passage.section().matches("(?i).*references.*")) {
            return 0;
        }
        Matcher words = cue.words().matcher(passage.text());
        double hits = 0;
        while (words.find()) {
            hits++;
        }
        if (hits == 0) {
            return 0;
        }
        // Many words of a long passage say less than a few of a short one.
        double score = hits / (1 + passage.text().length() / 800.0);
        boolean expected = !cue.section().pattern().isEmpty()
                && cue.section().matcher(passage.section()).find();
        boolean part = passage.section()
                .toLowerCase(Locale.ROOT)
                .contains(item.section().toLowerCase(Locale.ROOT).replaceAll("s$", ""));
        return score * (expected ? SECTION : 1) * (part ? SECTION : 1);
    }

    /** The sentence in which the first of the words stands, cut where it is long. */
    private static String quote(String text, Pattern words) {
        Matcher m = words.matcher(text);
        int at = m.find() ? m.start() : 0;
        int from = Math.max(text.lastIndexOf(". ", at) + 2, 0);
        from = text.lastIndexOf(". ", at) < 0 ? 0 : from;
        int end = text.indexOf(". ", at);
        String sentence = text.substring(from, end < 0 ? text.length() : end + 1);
        if (sentence.length() <= QUOTE) {
            return sentence;
        }
        int start = Math.max(0, Math.min(at - from, sentence.length() - QUOTE));
        return (start > 0 ? "…" : "") + sentence.substring(start, start + QUOTE).strip() + "…";
    }

    private static List<Cue> cues() {
        try (InputStream in = Proposals.class.getResourceAsStream("checklists/cues.json")) {
            if (in == null) {
                throw new IOException("checklists/cues.json is missing from the program.");
            }
            List<Cue> cues = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                cues.add(new Cue(
                        pattern(node.path("topic").asText()),
                        pattern(node.path("cue").asText()),
                        pattern(node.path("section").asText())));
            }
            return List.copyOf(cues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
