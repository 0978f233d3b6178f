package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.Anchors;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.TextLayer;
import org.winnow.fulltext.reading.Whereabouts;
import org.winnow.fulltext.reading.Whereabouts.Found;
import org.winnow.model.Anchor;
import org.winnow.model.Annotation;
import org.winnow.model.UserException;
import org.winnow.ui.kit.Jobs;
import org.winnow.work.Progress;

/**
 * Marks that were made in other files of the same report, such as a colleague's download or an earlier printing: their
 * words are looked for in the file in front, and where they stand there the marks are shown too.
 */
final class OtherMarks {
    /** A place that can hardly be another one; further pages need not be read. */
    private static final double CERTAIN = 0.95;

    private final Jobs jobs;
    private final Map<UUID, Annotation> asMade = new HashMap<>();
    /** Where marks stand in the file in front; null where they could not be found. */
    private final Map<UUID, @Nullable Anchor> here = new HashMap<>();

    private @Nullable OpenPdf from;

    OtherMarks(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * The marks as they are to be shown in a file: those that were found where they stand in it, and the others. Those
     * nobody has looked for yet are looked for.
     *
     * @param come called when more is known than before
     */
    List<Annotation> in(@Nullable OpenPdf pdf, List<Annotation> marks, Runnable come) {
        if (pdf != from) {
            from = pdf;
            here.clear();
        }
        asMade.clear();
        marks.forEach(mark -> asMade.put(mark.id(), mark));
        List<Annotation> unknown =
                marks.stream().filter(m -> !here.containsKey(m.id())).toList();
        if (pdf != null && !unknown.isEmpty()) {
            jobs.latest("reader-other-marks", progress -> places(pdf, unknown, progress))
                    .then(found -> {
                        if (pdf == from) {
                            here.putAll(found);
                            come.run();
                        }
                    });
        }
        return marks.stream().map(this::shown).toList();
    }

    private Annotation shown(Annotation mark) {
        Anchor place = here.get(mark.id());
        return place == null ? mark : mark.withAnchor(place);
    }

    /** Whether a mark was made in another file. */
    boolean has(Annotation mark) {
        return asMade.containsKey(mark.id());
    }

    /** Whether a mark stands nowhere in the file in front, or nobody knows yet where. */
    boolean nowhere(Annotation mark) {
        return has(mark) && here.get(mark.id()) == null;
    }

    /** Whether a mark was looked for in vain. */
    boolean lost(Annotation mark) {
        return nowhere(mark) && here.containsKey(mark.id());
    }

    /** A mark with what was changed of it, but in its own file where it was made. */
    Annotation asMade(Annotation mark) {
        Annotation before = asMade.get(mark.id());
        return before == null ? mark : mark.withAnchor(before.anchor());
    }

    /** Page after page, as long as some mark has no certain place. */
    private static Map<UUID, @Nullable Anchor> places(OpenPdf pdf, List<Annotation> marks, Progress progress) {
        Map<UUID, @Nullable Anchor> places = new HashMap<>();
        Map<UUID, Double> likeness = new HashMap<>();
        marks.forEach(mark -> places.put(mark.id(), null));
        List<Annotation> open = new ArrayList<>(marks.stream()
                .filter(m -> !Whereabouts.of(m.anchor()).wordless())
                .toList());
        int first = open.isEmpty() ? 1 : open.get(0).anchor().page();
        List<Integer> pages = IntStream.rangeClosed(1, pdf.pages())
                .boxed()
                .sorted(Comparator.comparingInt(page -> Math.abs(page - first)))
                .toList();
        for (int page : pages) {
            if (open.isEmpty()) {
                break;
            }
            TextLayer text = text(pdf, page, progress);
            for (Annotation mark : text == null ? List.<Annotation>of() : open) {
                Found found =
                        Whereabouts.of(mark.anchor()).in(page, text.text()).orElse(null);
                if (found != null && found.likeness() > likeness.getOrDefault(mark.id(), 0.0)) {
                    likeness.put(mark.id(), found.likeness());
                    places.put(
                            mark.id(),
                            Anchors.of(text, found.span().start(), found.span().end()));
                }
            }
            open.removeIf(mark -> likeness.getOrDefault(mark.id(), 0.0) >= CERTAIN);
        }
        return places;
    }

    /** A damaged page has no words: the others may be sound. */
    private static @Nullable TextLayer text(OpenPdf pdf, int page, Progress progress) {
        try {
            return pdf.text(page, progress);
        } catch (UserException damaged) {
            return null;
        }
    }
}
